import type { ConferenceId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ConferencesTables } from "./tables.ts";

const oneRound = 100;

/** Which are to be looked at by now, the longest due first. */
export async function conferencesDue(
  db: Db<ConferencesTables>,
  now: Date,
): Promise<readonly ConferenceId[]> {
  const rows = await db
    .selectFrom("conferences")
    .select("id")
    .where("lookAt", "<=", now)
    .where("cancelledAt", "is", null)
    .orderBy("lookAt")
    .limit(oneRound)
    .execute();
  return rows.map(({ id }) => id);
}

/** When the next one is to be looked at; undefined: there is none. */
export async function nextLook(
  db: Db<ConferencesTables>,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom("conferences")
    .select("lookAt")
    .where("lookAt", "is not", null)
    .where("cancelledAt", "is", null)
    .orderBy("lookAt")
    .limit(1)
    .executeTakeFirst();
  return row?.lookAt ?? undefined;
}

export async function setLook(
  tx: Tx<ConferencesTables>,
  id: ConferenceId,
  lookAt: Date | null,
): Promise<void> {
  await tx
    .updateTable("conferences")
    .set({ lookAt })
    .where("id", "=", id)
    .execute();
}

/** Keeps that people are reminded of this beginning. Whether it is for the first time. */
export async function keepReminder(
  tx: Tx<ConferencesTables>,
  conferenceId: ConferenceId,
  startsAt: Date,
): Promise<boolean> {
  const kept = await tx
    .insertInto("conferenceReminders")
    .values({ conferenceId, startsAt })
    .onConflict((one) => one.doNothing())
    .returning("startsAt")
    .executeTakeFirst();
  return kept !== undefined;
}

/** What began is never told of again. */
export async function dropReminders(
  tx: Tx<ConferencesTables>,
  conferenceId: ConferenceId,
  before: Date,
): Promise<void> {
  await tx
    .deleteFrom("conferenceReminders")
    .where("conferenceId", "=", conferenceId)
    .where("startsAt", "<", before)
    .execute();
}
