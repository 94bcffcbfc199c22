import type { ConversationId } from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import type { MessageWords } from "../domain/message-words.ts";

export interface Place {
  readonly conversationId: ConversationId;
  readonly seq: number;
}

export async function putWords(
  unit: LentUnit,
  messages: readonly MessageWords[],
): Promise<void> {
  if (messages.length === 0) return;
  await sendOff(
    unit,
    `INSERT INTO message_words (conversation_id, seq, message_id, author_id, at, words)
     SELECT i."conversationId", i.seq, i."messageId", i."authorId", i.at,
       to_tsvector('russian', i.body) || setweight(to_tsvector('russian', i.names), 'B') || array_to_tsvector(i.lexemes)
     FROM json_to_recordset($1::json) AS i ("conversationId" uuid, seq integer, "messageId" uuid,
       "authorId" uuid, at timestamptz, body text, names text, lexemes text[])
     ON CONFLICT (conversation_id, seq) DO UPDATE SET words = excluded.words`,
    [JSON.stringify(messages)],
  );
}

export async function dropWords(
  unit: LentUnit,
  places: readonly Place[],
): Promise<void> {
  if (places.length === 0) return;
  await sendOff(
    unit,
    `DELETE FROM message_words w USING unnest($1::uuid[], $2::integer[]) AS i (c, s)
     WHERE w.conversation_id = i.c AND w.seq = i.s`,
    [places.map((place) => place.conversationId), places.map(({ seq }) => seq)],
  );
}

export async function dropConversations(
  unit: LentUnit,
  conversationIds: readonly ConversationId[],
): Promise<void> {
  if (conversationIds.length === 0) return;
  await sendOff(
    unit,
    `DELETE FROM message_words WHERE conversation_id = any($1::uuid[])`,
    [conversationIds],
  );
}

/**
 * How far each of these logs is indexed. Their rows are held until the commit, so two servers that follow the same log
 * come one after the other, and the later one reads what stands then.
 */
export async function holdCursors(
  unit: LentUnit,
  conversationIds: readonly ConversationId[],
): Promise<readonly Place[]> {
  await sendOff(
    unit,
    `INSERT INTO search_cursors (conversation_id)
     SELECT c FROM unnest($1::uuid[]) AS i (c) ORDER BY c ON CONFLICT DO NOTHING`,
    [conversationIds],
  );
  return rowsOf<Place>(
    unit.tx,
    `SELECT conversation_id AS "conversationId", indexed_to AS seq FROM search_cursors
     WHERE conversation_id = any($1::uuid[]) ORDER BY conversation_id FOR UPDATE`,
    [conversationIds],
  );
}

export async function moveCursors(
  unit: LentUnit,
  places: readonly Place[],
): Promise<void> {
  await sendOff(
    unit,
    `UPDATE search_cursors c SET indexed_to = i.s
     FROM unnest($1::uuid[], $2::integer[]) AS i (c, s) WHERE c.conversation_id = i.c`,
    [places.map((place) => place.conversationId), places.map(({ seq }) => seq)],
  );
}

/** Those of these logs that go on beyond what is indexed. */
export async function behindOf(
  runner: StatementRunner,
  heads: readonly Place[],
): Promise<readonly ConversationId[]> {
  const rows = await rowsOf<{ conversationId: ConversationId }>(
    runner,
    `SELECT i.c AS "conversationId" FROM unnest($1::uuid[], $2::integer[]) AS i (c, s)
     LEFT JOIN search_cursors k ON k.conversation_id = i.c
     WHERE i.s > coalesce(k.indexed_to, 0)`,
    [heads.map((place) => place.conversationId), heads.map(({ seq }) => seq)],
  );
  return rows.map((row) => row.conversationId);
}
