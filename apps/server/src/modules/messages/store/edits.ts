import type { ClientId, MessageId, PrincipalId } from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import { sendKey, type SendKey } from "./messages.ts";

export interface MadeEdit {
  readonly messageId: MessageId;
  readonly seq: number;
  readonly editedAt: Date;
}

/** Which of these edits were made already, by `sendKey`. */
export async function findEdits(
  runner: StatementRunner,
  keys: readonly SendKey[],
): Promise<ReadonlyMap<string, MadeEdit>> {
  if (keys.length === 0) return new Map();
  const rows = await rowsOf<MadeEdit & SendKey>(
    runner,
    `SELECT e.message_id AS "messageId", e.seq, e.author_id AS "authorId", e.client_id AS "clientId",
       e.edited_at AS "editedAt"
     FROM unnest($1::uuid[], $2::uuid[]) AS i (a, c)
     JOIN message_edits e ON e.author_id = i.a AND e.client_id = i.c`,
    [keys.map((key) => key.authorId), keys.map((key) => key.clientId)],
  );
  return new Map(rows.map((row) => [sendKey(row), row]));
}

export interface NewEdit {
  readonly messageId: MessageId;
  readonly seq: number;
  readonly authorId: PrincipalId;
  readonly clientId: ClientId;
  readonly editedAt: string;
  readonly bodyBefore: string;
  readonly saidAt: string;
}

export async function insertEdits(
  unit: LentUnit,
  edits: readonly NewEdit[],
): Promise<void> {
  if (edits.length === 0) return;
  await sendOff(
    unit,
    `INSERT INTO message_edits (message_id, seq, author_id, client_id, edited_at, body_before, said_at)
     SELECT "messageId", seq, "authorId", "clientId", "editedAt", "bodyBefore", "saidAt"
     FROM json_to_recordset($1::json) AS i ("messageId" uuid, seq integer, "authorId" uuid, "clientId" uuid,
       "editedAt" timestamptz, "bodyBefore" text, "saidAt" timestamptz)`,
    [JSON.stringify(edits)],
  );
}

/** What deleted messages said before is gone as well; that they were edited remains. */
export async function eraseEdits(
  unit: LentUnit,
  messageIds: readonly MessageId[],
): Promise<void> {
  if (messageIds.length === 0) return;
  await sendOff(
    unit,
    `UPDATE message_edits SET body_before = NULL WHERE message_id = ANY($1::uuid[])`,
    [messageIds],
  );
}

/** What a message said before, the oldest first. */
export function versionsOf(
  runner: StatementRunner,
  messageId: MessageId,
): Promise<readonly { readonly body: string; readonly at: Date }[]> {
  return rowsOf(
    runner,
    `SELECT body_before AS body, said_at AS at FROM message_edits
     WHERE message_id = $1 AND body_before IS NOT NULL ORDER BY seq`,
    [messageId],
  );
}
