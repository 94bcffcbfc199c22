import { sql } from "kysely";
import type { ConversationId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { NotificationsTables } from "./tables.ts";

export interface DigestItem {
  readonly userId: UserId;
  readonly conversationId: ConversationId;
  readonly seq: number;
  readonly dueAt: Date;
}

export async function queueDigestItems(
  tx: Tx<NotificationsTables>,
  items: readonly DigestItem[],
): Promise<void> {
  if (items.length === 0) return;
  await sql`
    INSERT INTO digest_items (user_id, conversation_id, seq, due_at)
    SELECT "userId", "conversationId", seq, "dueAt"
    FROM json_to_recordset(${JSON.stringify(items)}::json)
      AS i ("userId" uuid, "conversationId" uuid, seq integer, "dueAt" timestamptz)
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** Somebody for whom something is due, held until the commit with everything that waits for them. */
export async function takeDigest(
  tx: Tx<NotificationsTables>,
  now: Date,
): Promise<readonly DigestItem[]> {
  const due = await tx
    .selectFrom("digestItems")
    .select("userId")
    .where("dueAt", "<=", now)
    .orderBy("dueAt")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (due === undefined) return [];
  return tx
    .deleteFrom("digestItems")
    .where("userId", "=", due.userId)
    .returningAll()
    .execute();
}

export async function nextDigestAt(
  db: Db<NotificationsTables>,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom("digestItems")
    .select("dueAt")
    .orderBy("dueAt")
    .limit(1)
    .executeTakeFirst();
  return row?.dueAt;
}

/** Nothing more is mailed to this person about what happened so far. */
export async function dropDigestOf(
  tx: Tx<NotificationsTables>,
  userId: UserId,
): Promise<void> {
  await tx.deleteFrom("digestItems").where("userId", "=", userId).execute();
}
