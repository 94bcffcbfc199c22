import type { ConversationId, MessageId } from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";

/** A message whose link is to be looked at; `url` null: its preview is to be taken away. */
export interface PreviewJob {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId;
  /** Of the message. */
  readonly seq: number;
  readonly url: string | null;
}

/** A later one for the same message stands in the place of the one before. */
export async function askPreviews(
  unit: LentUnit,
  jobs: readonly PreviewJob[],
  at: string,
): Promise<void> {
  if (jobs.length === 0) return;
  await sendOff(
    unit,
    `INSERT INTO preview_jobs (message_id, conversation_id, seq, url, due_at)
     SELECT "messageId", "conversationId", seq, url, $2
     FROM json_to_recordset($1::json) AS i ("messageId" uuid, "conversationId" uuid, seq integer, url text)
     ON CONFLICT (message_id) DO UPDATE SET url = excluded.url, due_at = excluded.due_at, attempts = 0`,
    [JSON.stringify(jobs), at],
  );
}

/** What was asked for these messages is not wanted any more. */
export async function forgetPreviews(
  unit: LentUnit,
  messageIds: readonly MessageId[],
): Promise<void> {
  if (messageIds.length === 0) return;
  await sendOff(
    unit,
    `DELETE FROM preview_jobs WHERE message_id = ANY($1::uuid[])`,
    [messageIds],
  );
}

export type TakenJob = PreviewJob & { readonly attempts: number };

/** Takes what is due for a while: whoever dies over it leaves it to the next. */
export function takePreviewJobs(
  unit: LentUnit,
  {
    now,
    until,
    limit,
  }: { readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<readonly TakenJob[]> {
  return rowsOf<TakenJob>(
    unit.tx,
    `UPDATE preview_jobs SET due_at = $2, attempts = attempts + 1
     WHERE message_id IN (SELECT message_id FROM preview_jobs WHERE due_at <= $1
       ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING message_id AS "messageId", conversation_id AS "conversationId", seq, url, attempts`,
    [now.toISOString(), until.toISOString(), limit],
  );
}

/** True when it was still wanted as it was taken; it is done with then. */
export async function finishPreviewJob(
  unit: LentUnit,
  { messageId, url }: PreviewJob,
): Promise<boolean> {
  const rows = await rowsOf(
    unit.tx,
    `DELETE FROM preview_jobs WHERE message_id = $1 AND url IS NOT DISTINCT FROM $2 RETURNING 1`,
    [messageId, url],
  );
  return rows.length > 0;
}

export async function nextPreviewAt(
  runner: StatementRunner,
): Promise<Date | undefined> {
  const [row] = await rowsOf<{ at: Date | null }>(
    runner,
    `SELECT min(due_at) AS at FROM preview_jobs`,
    [],
  );
  return row?.at ?? undefined;
}
