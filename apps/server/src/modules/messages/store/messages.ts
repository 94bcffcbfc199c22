import type {
  ClientId,
  ConversationId,
  MessageId,
  PrincipalId,
} from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import type { MessagesTable } from "./tables.ts";

/** What makes a sending the same sending. */
export interface SendKey {
  readonly authorId: PrincipalId;
  readonly clientId: ClientId;
}

export const sendKey = ({ authorId, clientId }: SendKey): string =>
  `${authorId}/${clientId}`;

export type SentMessage = Readonly<MessagesTable>;

export type NewMessage = Omit<SentMessage, "createdAt"> & {
  readonly createdAt: string;
};

/** Which of these were sent already, by `sendKey`. */
export async function findSent(
  runner: StatementRunner,
  keys: readonly SendKey[],
): Promise<ReadonlyMap<string, SentMessage>> {
  if (keys.length === 0) return new Map();
  const rows = await rowsOf<SentMessage>(
    runner,
    `SELECT m.id, m.conversation_id AS "conversationId", m.seq, m.author_id AS "authorId",
       m.client_id AS "clientId", m.fingerprint, m.created_at AS "createdAt"
     FROM unnest($1::uuid[], $2::uuid[]) AS i (a, c)
     JOIN messages m ON m.author_id = i.a AND m.client_id = i.c`,
    [keys.map((key) => key.authorId), keys.map((key) => key.clientId)],
  );
  return new Map(rows.map((row) => [sendKey(row), row]));
}

/** Where a message stands: for ever the same. */
export interface MessagePlace {
  readonly conversationId: ConversationId;
  readonly seq: number;
}

export async function findPlaces(
  runner: StatementRunner,
  messageIds: readonly MessageId[],
): Promise<ReadonlyMap<MessageId, MessagePlace>> {
  if (messageIds.length === 0) return new Map();
  const rows = await rowsOf<MessagePlace & { readonly id: MessageId }>(
    runner,
    `SELECT id, conversation_id AS "conversationId", seq FROM messages WHERE id = ANY($1::uuid[])`,
    [messageIds],
  );
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

/** Fails on a unique key when another server wrote one of them in between; tried again, it is found by `findSent`. */
export async function insertMessages(
  unit: LentUnit,
  messages: readonly NewMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await sendOff(
    unit,
    `INSERT INTO messages (id, conversation_id, seq, author_id, client_id, fingerprint, created_at)
     SELECT id, "conversationId", seq, "authorId", "clientId", fingerprint, "createdAt"
     FROM json_to_recordset($1::json) AS i (id uuid, "conversationId" uuid, seq integer,
       "authorId" uuid, "clientId" uuid, fingerprint text, "createdAt" timestamptz)`,
    [JSON.stringify(messages)],
  );
}
