import type { ConferenceId } from "@veche/contracts";
import type { ConferencePowers } from "../conference-powers.ts";
import { markCancelled, stepSequence } from "../store/conferences.ts";
import { outsidersOf } from "../store/outsiders.ts";
import { holdAsOrganiser } from "./held-conference.ts";
import { othersThan, queueInvitations } from "./queue-invitations.ts";
import type { Asking } from "./plan-conference.ts";

/** Calls it off for good; its conversation stays. Refuses `conference.not_found`, `conference.not_organiser`. */
export async function cancelConference(
  powers: ConferencePowers,
  { principal, actor }: Asking,
  id: ConferenceId,
): Promise<void> {
  const { database, clock } = powers;
  await database.transact(actor, async (unit) => {
    const { invitees } = await holdAsOrganiser(unit.tx, principal, id);
    const at = clock.now();
    await markCancelled(unit.tx, id, at);
    await powers.guests.showOut(unit, id);
    await queueInvitations(powers, unit, {
      kind: "cancelled",
      conference: await stepSequence(unit.tx, id, at),
      invitees,
      to: othersThan(principal.id, invitees),
      toOutside: await outsidersOf(unit.tx, id),
    });
    unit.happened({ type: "conference.cancelled", conferenceId: id });
  });
}
