import { sql, type Selectable } from "kysely";
import type { ConferenceAnswer, ConferenceId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ConferencesTables } from "./tables.ts";

export type Invitee = Omit<
  Selectable<ConferencesTables["conferenceInvitees"]>,
  "conferenceId"
>;

export function inviteesOf(
  db: Db<ConferencesTables>,
  conferenceId: ConferenceId,
): Promise<readonly Invitee[]> {
  return db
    .selectFrom("conferenceInvitees")
    .select(["userId", "isOrganiser", "answer"])
    .where("conferenceId", "=", conferenceId)
    .orderBy("userId")
    .execute();
}

/** Puts these in the place of those who were invited. */
export async function writeInvitees(
  tx: Tx<ConferencesTables>,
  conferenceId: ConferenceId,
  invitees: readonly Invitee[],
): Promise<void> {
  await tx
    .deleteFrom("conferenceInvitees")
    .where("conferenceId", "=", conferenceId)
    .where(
      "userId",
      "<>",
      sql<UserId>`all(${invitees.map(({ userId }) => userId)}::uuid[])`,
    )
    .execute();
  await tx
    .insertInto("conferenceInvitees")
    .values(invitees.map((one) => ({ ...one, conferenceId })))
    .onConflict((conflict) =>
      conflict.columns(["conferenceId", "userId"]).doUpdateSet((eb) => ({
        isOrganiser: eb.ref("excluded.isOrganiser"),
        answer: eb.ref("excluded.answer"),
      })),
    )
    .execute();
}

export async function writeAnswer(
  tx: Tx<ConferencesTables>,
  { conferenceId, userId }: { conferenceId: ConferenceId; userId: UserId },
  answer: ConferenceAnswer,
): Promise<void> {
  await tx
    .updateTable("conferenceInvitees")
    .set({ answer })
    .where("conferenceId", "=", conferenceId)
    .where("userId", "=", userId)
    .execute();
}
