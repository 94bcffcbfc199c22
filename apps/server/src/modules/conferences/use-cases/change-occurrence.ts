import type { ConferenceId, OccurrenceChange } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { ConferencePowers } from "../conference-powers.ts";
import { isOccurrence } from "../domain/occurrences.ts";
import { instantOf, zonedAt } from "../domain/zoned.ts";
import { lengthenConference, stepSequence } from "../store/conferences.ts";
import { writeException } from "../store/exceptions.ts";
import { outsidersOf } from "../store/outsiders.ts";
import { holdAsOrganiser } from "./held-conference.ts";
import { othersThan, queueInvitations } from "./queue-invitations.ts";
import type { Asking } from "./plan-conference.ts";

export interface ChangedOccurrence extends OccurrenceChange {
  readonly id: ConferenceId;
  readonly originalAt: Date;
}

/**
 * Moves one occurrence, or calls it off. Refuses `conference.not_found`, `conference.not_organiser`,
 * `conference.occurrence_unknown`, `request.invalid` (the clocks skip that hour on that day).
 */
export async function changeOccurrence(
  powers: ConferencePowers,
  { principal, actor }: Asking,
  { id, originalAt, movedTo }: ChangedOccurrence,
): Promise<void> {
  await powers.database.transact(actor, async (unit) => {
    const { conference, invitees } = await holdAsOrganiser(
      unit.tx,
      principal,
      id,
    );
    const { schedule } = conference;
    if (schedule === null || !isOccurrence(schedule, originalAt))
      throw new AppError("conference.occurrence_unknown");
    if (movedTo !== null) {
      const start = zonedAt(movedTo.startsAtLocal, schedule.timeZone);
      if (start === undefined)
        throw new AppError("request.invalid", {
          issues: [
            {
              path: "/movedTo/startsAtLocal",
              message: "must be an hour that exists on that day in that zone",
            },
          ],
        });
      const end = instantOf(start.add({ minutes: movedTo.durationMinutes }));
      await lengthenConference(unit.tx, id, end);
    }
    await writeException(unit.tx, id, { originalAt, movedTo });
    await queueInvitations(powers, unit, {
      ...(movedTo === null
        ? { kind: "skipped", occurrence: originalAt }
        : { kind: "changed" }),
      conference: await stepSequence(unit.tx, id, powers.clock.now()),
      invitees,
      to: othersThan(principal.id, invitees),
      toOutside: await outsidersOf(unit.tx, id),
    });
    unit.happened({
      type: "conference.changed",
      conferenceId: id,
      fields: "occurrence",
    });
  });
}
