import type { Selectable } from "kysely";
import type { ClientId, ConferenceId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ConferencesTables } from "./tables.ts";

export type StoredConference = Selectable<ConferencesTables["conferences"]>;

/** One that was not called off. */
export function conferenceById(
  db: Db<ConferencesTables>,
  id: ConferenceId,
): Promise<StoredConference | undefined> {
  return db
    .selectFrom("conferences")
    .selectAll()
    .where("id", "=", id)
    .where("cancelledAt", "is", null)
    .executeTakeFirst();
}

/** The one whose guests come by this secret. */
export function conferenceOfGuests(
  db: Db<ConferencesTables>,
  guestToken: string,
): Promise<StoredConference | undefined> {
  return db
    .selectFrom("conferences")
    .selectAll()
    .where("guestToken", "=", guestToken)
    .where("cancelledAt", "is", null)
    .executeTakeFirst();
}

/** Holds its row: changes of one conference come one after another. */
export async function lockConference(
  tx: Tx<ConferencesTables>,
  id: ConferenceId,
): Promise<StoredConference | undefined> {
  await tx
    .selectFrom("conferences")
    .select("id")
    .where("id", "=", id)
    .forUpdate()
    .execute();
  return conferenceById(tx, id);
}

export function conferenceCreatedAs(
  db: Db<ConferencesTables>,
  createdBy: UserId,
  clientId: ClientId,
): Promise<StoredConference | undefined> {
  return db
    .selectFrom("conferences")
    .selectAll()
    .where("createdBy", "=", createdBy)
    .where("clientId", "=", clientId)
    .executeTakeFirst();
}

type Kept = Pick<
  StoredConference,
  | "title"
  | "about"
  | "schedule"
  | "overAt"
  | "hasLobby"
  | "presenters"
  | "isRecorded"
> &
  Partial<Pick<StoredConference, "passwordHash" | "guestToken">>;

export async function insertConference(
  tx: Tx<ConferencesTables>,
  {
    schedule,
    ...conference
  }: Omit<StoredConference, "cancelledAt" | "lookAt" | "sequence">,
): Promise<StoredConference> {
  return tx
    .insertInto("conferences")
    .values({
      ...conference,
      schedule: schedule && JSON.stringify(schedule),
      cancelledAt: null,
      lookAt: schedule && conference.createdAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function writeConference(
  tx: Tx<ConferencesTables>,
  id: ConferenceId,
  { schedule, ...kept }: Kept,
): Promise<void> {
  await tx
    .updateTable("conferences")
    .set({ ...kept, schedule: schedule && JSON.stringify(schedule) })
    .where("id", "=", id)
    .execute();
}

/** Puts another secret in the link for guests, or none. */
export async function writeGuestToken(
  tx: Tx<ConferencesTables>,
  id: ConferenceId,
  guestToken: string | null,
): Promise<void> {
  await tx
    .updateTable("conferences")
    .set({ guestToken })
    .where("id", "=", id)
    .execute();
}

/** A later end than the rule's own: something was moved behind it. */
export async function lengthenConference(
  tx: Tx<ConferencesTables>,
  id: ConferenceId,
  to: Date,
): Promise<void> {
  await tx
    .updateTable("conferences")
    .set({ overAt: to })
    .where("id", "=", id)
    .where("overAt", "<", to)
    .execute();
}

export async function markCancelled(
  tx: Tx<ConferencesTables>,
  id: ConferenceId,
  at: Date,
): Promise<void> {
  await tx
    .updateTable("conferences")
    .set({ cancelledAt: at })
    .where("id", "=", id)
    .execute();
}

/** What a person is invited to and what is not over by then, with their own side of it. */
export function conferencesOf(
  db: Db<ConferencesTables>,
  userId: UserId,
  notOverAt: Date,
) {
  return db
    .selectFrom("conferenceInvitees as mine")
    .innerJoin("conferences", "conferences.id", "mine.conferenceId")
    .selectAll("conferences")
    .select(["mine.answer", "mine.isOrganiser"])
    .where("mine.userId", "=", userId)
    .where("cancelledAt", "is", null)
    .where("schedule", "is not", null)
    .where((eb) =>
      eb.or([eb("overAt", "is", null), eb("overAt", ">", notOverAt)]),
    )
    .execute();
}

export function roomsOf(db: Db<ConferencesTables>, userId: UserId) {
  return db
    .selectFrom("conferenceInvitees as mine")
    .innerJoin("conferences", "conferences.id", "mine.conferenceId")
    .select([
      "conferences.id",
      "conferences.title",
      "conferences.conversationId",
    ])
    .where("mine.userId", "=", userId)
    .where("cancelledAt", "is", null)
    .where("schedule", "is", null)
    .orderBy("title")
    .execute();
}

/** Another version for calendars; answers with the conference as it stands now. */
export async function stepSequence(
  tx: Tx<ConferencesTables>,
  id: ConferenceId,
  at: Date,
): Promise<StoredConference> {
  return tx
    .updateTable("conferences")
    .set((one) => ({
      sequence: one("sequence", "+", 1),
      changedAt: at,
      // Another time may be nearer.
      lookAt: at,
    }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
