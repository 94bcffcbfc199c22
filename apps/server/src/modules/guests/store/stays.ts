import { createHash } from "node:crypto";
import type { Selectable } from "kysely";
import type { ConferenceId, ConversationId, GuestId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";
import type { GuestsTables } from "./tables.ts";

type Stay = Selectable<GuestsTables["guestStays"]>;

const hashOf = (token: string): Buffer =>
  createHash("sha256").update(token).digest();

export async function insertStay(
  tx: Tx<GuestsTables>,
  { token, ...stay }: Omit<Stay, "tokenHash" | "endedAt"> & { token: string },
): Promise<void> {
  await tx
    .insertInto("guestStays")
    .values({ ...stay, tokenHash: hashOf(token), endedAt: null })
    .execute();
}

/** The stay that a token opens at this moment. */
export function openStay(
  db: Db<GuestsTables>,
  token: string,
  now: Date,
): Promise<Stay | undefined> {
  return db
    .selectFrom("guestStays")
    .selectAll()
    .where("tokenHash", "=", hashOf(token))
    .where("endedAt", "is", null)
    .where("endsAt", ">", now)
    .executeTakeFirst();
}

export interface EndedStay {
  readonly id: GuestId;
  readonly conversationId: ConversationId;
}

/** Which stays end: one, all of a conference, or those whose time is up. */
export type Ending =
  | { readonly of: "guest"; readonly id: GuestId }
  | { readonly of: "conference"; readonly id: ConferenceId }
  | { readonly of: "time" };

const conditions = {
  guest: "id = $2",
  conference: "conference_id = $2",
  time: "ends_at <= $1",
} as const;

/** Ends them once, and answers with whose they were. */
export async function closeStays(
  unit: LentUnit,
  ending: Ending,
  at: Date,
): Promise<readonly EndedStay[]> {
  const rows = await rowsOf<{ id: GuestId; conversation_id: ConversationId }>(
    unit.tx,
    `UPDATE guest_stays SET ended_at = $1
     WHERE ended_at IS NULL AND ${conditions[ending.of]}
     RETURNING id, conversation_id`,
    [at.toISOString(), ...(ending.of === "time" ? [] : [ending.id])],
  );
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
  }));
}
