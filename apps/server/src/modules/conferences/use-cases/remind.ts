import type { ConferenceId } from "@veche/contracts";
import { serverActor, type UnitOfWork } from "../../../platform/db/database.ts";
import type { ConferencePowers } from "../conference-powers.ts";
import { occurrencesBetween, type Takes } from "../domain/occurrences.ts";
import { lockConference, type StoredConference } from "../store/conferences.ts";
import { exceptionsOf } from "../store/exceptions.ts";
import { inviteesOf } from "../store/invitees.ts";
import { outsidersOf } from "../store/outsiders.ts";
import {
  conferencesDue,
  dropReminders,
  keepReminder,
  nextLook,
  setLook,
} from "../store/reminders.ts";
import { readReminders } from "../store/settings.ts";
import type { ConferencesTables } from "../store/tables.ts";
import { queueInvitations } from "./queue-invitations.ts";

const minuteMs = 60_000;
/** How long before the beginning people are reminded; their calendars do it at the same time. */
const beforeMs = 15 * minuteMs;
/** What is further off is looked at again by then. */
const aheadMs = 60 * 24 * 60 * minuteMs;

/**
 * Reminds the people of the conferences that begin soon, in the log of the conference and by letter, each beginning
 * once (C3, C29). A beginning that passed while nobody looked is let go. When the next one is due; undefined: none.
 */
export async function remindOfConferences(
  powers: ConferencePowers,
): Promise<Date | undefined> {
  const { database, clock } = powers;
  for (const id of await conferencesDue(database.db, clock.now()))
    await database.transact(serverActor, (unit) => lookAt(powers, unit, id));
  return nextLook(database.db);
}

async function lookAt(
  powers: ConferencePowers,
  unit: UnitOfWork<ConferencesTables>,
  id: ConferenceId,
): Promise<void> {
  const { tx } = unit;
  const conference = await lockConference(tx, id);
  const { schedule } = conference ?? {};
  if (conference === undefined || !schedule) return setLook(tx, id, null);
  const now = powers.clock.now();
  const exceptions = (await exceptionsOf(tx, [id])).get(id) ?? [];
  const ahead = occurrencesBetween(schedule, exceptions, {
    from: now,
    to: new Date(now.getTime() + aheadMs),
  }).filter(({ startsAt }) => startsAt > now);
  const isSoon = ({ startsAt }: Takes) =>
    startsAt.getTime() - beforeMs <= now.getTime();
  const { areOn } = await readReminders(tx);
  for (const one of ahead.filter(isSoon))
    // What passed while reminders were off is not told of later.
    if ((await keepReminder(tx, id, one.startsAt)) && areOn)
      await tell(powers, unit, { conference, startsAt: one.startsAt });
  await dropReminders(tx, id, now);
  const next = ahead.find((one) => !isSoon(one));
  await setLook(tx, id, nextLookOf(conference, next, now));
}

function nextLookOf(
  { overAt }: StoredConference,
  next: Takes | undefined,
  now: Date,
): Date | null {
  if (next !== undefined) return new Date(next.startsAt.getTime() - beforeMs);
  return overAt !== null && overAt.getTime() <= now.getTime() + aheadMs
    ? null
    : new Date(now.getTime() + aheadMs - beforeMs);
}

async function tell(
  powers: ConferencePowers,
  unit: UnitOfWork<ConferencesTables>,
  {
    conference,
    startsAt,
  }: { readonly conference: StoredConference; readonly startsAt: Date },
): Promise<void> {
  const { id: conferenceId, conversationId } = conference;
  await powers.chats.append(unit, conversationId, [
    {
      type: "conference.soon",
      actorId: null,
      conferenceId,
      startsAt: startsAt.toISOString(),
    },
  ]);
  const invitees = await inviteesOf(unit.tx, conferenceId);
  const outsiders = await outsidersOf(unit.tx, conferenceId);
  await queueInvitations(powers, unit, {
    ...{ kind: "soon", occurrence: startsAt, conference, invitees },
    to: invitees
      .filter(({ answer }) => answer !== "no")
      .map(({ userId }) => userId),
    toOutside: outsiders.filter(({ answer }) => answer !== "no"),
  });
}
