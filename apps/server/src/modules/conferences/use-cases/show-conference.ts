import type {
  Conference,
  ConferenceId,
  Occurrence,
  UserId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { ConferencePowers } from "../conference-powers.ts";
import { guestUrlOf } from "../guest-url.ts";
import { occurrencesBetween } from "../domain/occurrences.ts";
import { mayChange, maySee } from "../domain/rights.ts";
import { conferenceById, conferencesOf } from "../store/conferences.ts";
import { exceptionsOf } from "../store/exceptions.ts";
import { inviteesOf } from "../store/invitees.ts";
import { outsidersOf } from "../store/outsiders.ts";

/** As whoever asks sees it. Refuses `conference.not_found` to those not invited. */
export async function showConference(
  {
    database,
    users,
    publicUrl,
  }: Pick<ConferencePowers, "database" | "users" | "publicUrl">,
  userId: UserId,
  id: ConferenceId,
): Promise<Conference> {
  const conference = await conferenceById(database.db, id);
  const invitees = await inviteesOf(database.db, id);
  if (conference === undefined || !maySee(invitees, userId))
    throw new AppError("conference.not_found");
  const found = await users.many(invitees.map((one) => one.userId));
  const names = new Map(found.map((user) => [user.id, user.name]));
  const { title, about, schedule, conversationId, createdBy } = conference;
  const { hasLobby, presenters, isRecorded, passwordHash } = conference;
  const outsiders = await outsidersOf(database.db, id);
  return {
    ...{ id, title, about, schedule, conversationId, createdBy },
    ...{ hasLobby, presenters, isRecorded, hasPassword: passwordHash !== null },
    guestUrl: guestUrlOf({ publicUrl }, conference),
    outside: outsiders.map(({ email, answer }) => ({ email, answer })),
    invitees: invitees.flatMap(({ userId: invited, ...one }) => {
      const name = names.get(invited);
      return name === undefined ? [] : [{ ...one, userId: invited, name }];
    }),
    mayChange: mayChange(invitees, userId),
  };
}

const dayMs = 86_400_000;
const longestSpanMs = 62 * dayMs;

/** What a person's conferences take place in a span, in the order of time. Refuses `request.invalid` for a wrong span. */
export async function listOccurrences(
  { database: { db } }: Pick<ConferencePowers, "database">,
  userId: UserId,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<readonly Occurrence[]> {
  const spanMs = to.getTime() - from.getTime();
  if (!(spanMs > 0 && spanMs <= longestSpanMs))
    throw new AppError("request.invalid", {
      issues: [{ path: "/to", message: "must be within 62 days after from" }],
    });
  const conferences = await conferencesOf(db, userId, from);
  const exceptions = await exceptionsOf(
    db,
    conferences.map(({ id }) => id),
  );
  return conferences
    .flatMap(({ id, schedule, conversationId, title, answer, isOrganiser }) =>
      schedule === null
        ? []
        : occurrencesBetween(schedule, exceptions.get(id) ?? [], {
            from,
            to,
          }).map((one) => ({
            ...{ conferenceId: id, conversationId, title },
            originalAt: one.originalAt.toISOString(),
            startsAt: one.startsAt.toISOString(),
            endsAt: one.endsAt.toISOString(),
            isRepeating: schedule.repeat !== null,
            isMoved: one.isMoved,
            mayChange: isOrganiser,
            myAnswer: answer,
          })),
    )
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}
