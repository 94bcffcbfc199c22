import type {
  ConversationId,
  ConversationKind,
  MessageId,
} from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import { lockConversation } from "./members.ts";

/** How long what is said is kept in conversations of a kind. */
export interface Keeping {
  readonly kind: ConversationKind;
  readonly keptMs: number;
}

/** A conversation in which something is older than it may be. */
export interface Overdue {
  readonly conversationId: ConversationId;
  readonly keptMs: number;
  /** Its own lifetime of messages, or the rule of its kind. */
  readonly reason: "expired" | "retention";
}

/** By the shorter of the kind's rule and the conversation's own lifetime of messages. */
const overdueStatement = `
  SELECT c.id AS "conversationId", k.kept AS "keptMs",
    CASE WHEN k.kept = k.lifetime THEN 'expired' ELSE 'retention' END AS reason
  FROM conversations c
  LEFT JOIN unnest($1::text[], $2::float8[]) AS r (kind, kept) ON r.kind = c.kind
  CROSS JOIN LATERAL (
    SELECT (c.confidentiality ->> 'messageLifetimeMs')::float8 AS lifetime,
      least(r.kept, (c.confidentiality ->> 'messageLifetimeMs')::float8) AS kept) AS k
  CROSS JOIN LATERAL (
    SELECT at FROM conversation_events e
    WHERE e.conversation_id = c.id AND e.seq > c.swept_to AND e.type = 'message.created'
    ORDER BY e.seq LIMIT 1) AS oldest
  WHERE c.deleted_at IS NULL AND k.kept IS NOT NULL
    AND oldest.at < $3::timestamptz - make_interval(secs => k.kept / 1000)
  ORDER BY c.id LIMIT $4`;

export function findOverdue(
  runner: StatementRunner,
  keepings: readonly Keeping[],
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<readonly Overdue[]> {
  return rowsOf<Overdue>(runner, overdueStatement, [
    keepings.map(({ kind }) => kind),
    keepings.map(({ keptMs }) => keptMs),
    now.toISOString(),
    limit,
  ]);
}

export interface OldMessage {
  readonly messageId: MessageId;
  readonly seq: number;
}

/**
 * The first messages after those swept before that are older than an instant, and still say something. The sweep's
 * mark moves over all of them; the conversation is held until the commit.
 */
export async function takeOldMessages(
  unit: LentUnit,
  conversationId: ConversationId,
  { before, limit }: { readonly before: Date; readonly limit: number },
): Promise<readonly OldMessage[]> {
  await lockConversation(unit, conversationId);
  const rows = await rowsOf<OldMessage & { readonly isThere: boolean }>(
    unit.tx,
    `SELECT e.seq, e.payload ->> 'messageId' AS "messageId", e.payload ->> 'deletedAt' IS NULL AS "isThere"
     FROM conversations c JOIN conversation_events e ON e.conversation_id = c.id AND e.seq > c.swept_to
     WHERE c.id = $1 AND e.type = 'message.created' AND e.at < $2 ORDER BY e.seq LIMIT $3`,
    [conversationId, before.toISOString(), limit],
  );
  const last = rows.at(-1);
  if (last === undefined) return [];
  await sendOff(unit, `UPDATE conversations SET swept_to = $2 WHERE id = $1`, [
    conversationId,
    last.seq,
  ]);
  return rows
    .filter((row) => row.isThere)
    .map(({ messageId, seq }) => ({ messageId, seq }));
}
