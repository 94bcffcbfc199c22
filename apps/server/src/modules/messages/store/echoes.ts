import type { MessageId } from "@veche/contracts";
import {
  type LentUnit,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";

/** A later event of the log that repeats words of a message. */
export interface Echo {
  readonly messageId: MessageId;
  readonly seq: number;
}

export async function insertEchoes(
  unit: LentUnit,
  echoes: readonly Echo[],
): Promise<void> {
  if (echoes.length === 0) return;
  await sendOff(
    unit,
    `INSERT INTO message_echoes (message_id, seq) SELECT * FROM unnest($1::uuid[], $2::integer[])`,
    [echoes.map((echo) => echo.messageId), echoes.map((echo) => echo.seq)],
  );
}

/** Forgets the echoes of deleted messages and answers with them: whoever asks empties them. */
export async function takeEchoes(
  unit: LentUnit,
  messageIds: readonly MessageId[],
): Promise<readonly Echo[]> {
  if (messageIds.length === 0) return [];
  return rowsOf<Echo>(
    unit.tx,
    `DELETE FROM message_echoes WHERE message_id = ANY($1::uuid[])
     RETURNING message_id AS "messageId", seq`,
    [messageIds],
  );
}
