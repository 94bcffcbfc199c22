import type {
  ConversationId,
  MessageId,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";
import type { Client } from "pg";
import type { Membership, ReactionRow } from "../checkers/evidence.ts";

export async function headsOf(
  database: Client,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.query<{ id: string; headSeq: number }>(
    `SELECT id, head_seq AS "headSeq" FROM conversations ORDER BY id`,
  );
  return new Map(rows.map(({ id, headSeq }) => [id, headSeq]));
}

/** As it stands in the database: entries and changes, past everything that might leave some out. */
export async function wholeLog(
  database: Client,
  conversationId: ConversationId,
): Promise<readonly TimelineEvent[]> {
  const { rows } = await database.query<StoredEvent>(
    `SELECT seq, type, at, actor_id AS "actorId", payload FROM conversation_events
     WHERE conversation_id = $1 ORDER BY seq`,
    [conversationId],
  );
  return rows.map(
    ({ payload, at, ...event }) =>
      // The server wrote it by this contract.
      ({ ...payload, ...event, at: at.toISOString() }) as TimelineEvent,
  );
}

interface StoredEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly payload: object;
}

export async function presentMembers(
  database: Client,
): Promise<readonly Membership[]> {
  const { rows } = await database.query<Membership>(
    `SELECT conversation_id AS "conversationId", principal_id AS "principalId" FROM members WHERE left_at IS NULL`,
  );
  return rows;
}

export async function allReactions(
  database: Client,
): Promise<readonly ReactionRow[]> {
  const { rows } = await database.query<ReactionRow>(
    `SELECT message_id AS "messageId", principal_id AS "principalId", emoji FROM reactions`,
  );
  return rows;
}

/** Messages for later: those that still wait for their time, and those that were refused when it came. */
export async function scheduledRows(database: Client): Promise<
  readonly {
    readonly id: MessageId;
    readonly authorId: PrincipalId;
    readonly refusal: string | null;
  }[]
> {
  const { rows } = await database.query<{
    id: MessageId;
    authorId: PrincipalId;
    refusal: string | null;
  }>(`SELECT id, author_id AS "authorId", refusal FROM scheduled_messages`);
  return rows;
}
