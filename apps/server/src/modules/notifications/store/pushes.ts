import { sql, type Selectable } from "kysely";
import type {
  CallId,
  ConversationId,
  NotificationCause,
  UserId,
} from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";
import type { NotificationsTables, PushesTable } from "./tables.ts";

export type PushRow = Selectable<PushesTable>;

export interface NewPush {
  readonly userId: UserId;
  readonly tag: string;
  readonly conversationId: ConversationId;
  readonly seq: number;
  readonly cause: NotificationCause;
  readonly count: number;
  readonly isAudible: boolean;
  /** When the newest event happened: a device that came later is not told of it. */
  readonly at: string;
  readonly dueAt: Date;
  readonly expiresAt: Date;
  readonly ringOf?: CallId;
  readonly ringer?: string;
}

/**
 * For every device of each person. What waits under the same tag becomes newer: it keeps its turn, counts further,
 * and begins its tries anew.
 */
export async function queuePushes(
  tx: Tx<NotificationsTables>,
  pushes: readonly NewPush[],
): Promise<void> {
  await queuePushesIn(tx, pushes);
}

/** The same in a transaction that somebody else lends. */
export async function queuePushesIn(
  runner: StatementRunner,
  pushes: readonly NewPush[],
): Promise<void> {
  if (pushes.length === 0) return;
  await rowsOf(
    runner,
    `INSERT INTO pushes AS p (user_id, device_id, tag, conversation_id, seq, cause, count, is_audible, due_at, expires_at, ring_of, ringer)
    SELECT d.user_id, d.device_id, i.tag, i."conversationId", i.seq, i.cause, i.count, i."isAudible", i."dueAt", i."expiresAt", i."ringOf", i.ringer
    FROM json_to_recordset($1::json) AS i ("userId" uuid, tag text, "conversationId" uuid,
      seq integer, cause text, count integer, "isAudible" boolean, at timestamptz, "dueAt" timestamptz, "expiresAt" timestamptz, "ringOf" uuid, ringer text)
    JOIN push_devices d ON d.user_id = i."userId" AND d.subscribed_at <= i.at
    ORDER BY d.user_id, d.device_id, i.tag
    ON CONFLICT (user_id, device_id, tag) DO UPDATE
      SET seq = excluded.seq, cause = excluded.cause, count = p.count + excluded.count,
        is_audible = p.is_audible OR excluded.is_audible, tries = 0,
        due_at = CASE WHEN p.tries = 0 THEN least(p.due_at, excluded.due_at) ELSE excluded.due_at END,
        expires_at = excluded.expires_at, ring_of = excluded.ring_of, ringer = excluded.ringer`,
    [JSON.stringify(pushes)],
  );
}

/** Takes what is due for a while: whoever dies over it leaves it due again. */
export async function claimPushes(
  tx: Tx<NotificationsTables>,
  {
    now,
    leaseMs,
    limit,
  }: { readonly now: Date; readonly leaseMs: number; readonly limit: number },
): Promise<readonly PushRow[]> {
  const until = new Date(now.getTime() + leaseMs);
  return tx
    .with("due", (due) =>
      due
        .selectFrom("pushes")
        .select(["userId", "deviceId", "tag"])
        .where("dueAt", "<=", now)
        .orderBy("dueAt")
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable("pushes as p")
    .from("due")
    .set((one) => ({ dueAt: until, tries: one("p.tries", "+", 1) }))
    .whereRef("p.userId", "=", "due.userId")
    .whereRef("p.deviceId", "=", "due.deviceId")
    .whereRef("p.tag", "=", "due.tag")
    .returningAll("p")
    .execute();
}

type Key = Pick<PushRow, "userId" | "deviceId" | "tag" | "seq">;

const same = (key: Key) =>
  sql<boolean>`user_id = ${key.userId} and device_id = ${key.deviceId} and tag = ${key.tag} and seq = ${key.seq}`;

/** It was sent, or there is nothing to send any more. One that became newer meanwhile stays. */
export async function dropPush(
  tx: Tx<NotificationsTables>,
  key: Key,
): Promise<void> {
  await tx.deleteFrom("pushes").where(same(key)).execute();
}

export async function delayPush(
  tx: Tx<NotificationsTables>,
  key: Key,
  dueAt: Date,
): Promise<void> {
  await tx.updateTable("pushes").set({ dueAt }).where(same(key)).execute();
}

export async function nextPushAt(
  db: Db<NotificationsTables>,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom("pushes")
    .select("dueAt")
    .orderBy("dueAt")
    .limit(1)
    .executeTakeFirst();
  return row?.dueAt;
}
