import type {
  Conversation,
  ConversationId,
  Member,
  PrincipalId,
} from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";

interface ViewRow {
  readonly id: ConversationId;
  readonly kind: Conversation["kind"];
  readonly title: string | null;
  readonly headSeq: number;
  readonly createdAt: Date;
  readonly isMember: boolean;
  readonly unreadCount: number;
  readonly members: Member[];
}

const memberObject = `json_build_object(
  'principalId', m.principal_id, 'kind', m.kind, 'name', m.name, 'role', m.role,
  'deliveredTo', m.delivered_to, 'readTo', m.read_to)`;

/** One statement, so one moment: the head, the counter and the cursors of a view always agree. */
const viewColumns = `
  c.id, c.kind, c.title, c.head_seq AS "headSeq", c.created_at AS "createdAt",
  me.principal_id IS NOT NULL AS "isMember",
  (SELECT count(*)::integer FROM conversation_events e
   WHERE e.conversation_id = c.id AND e.seq > me.read_to
     AND e.type = 'message.created' AND e.actor_id <> me.principal_id) AS "unreadCount",
  (SELECT coalesce(json_agg(${memberObject} ORDER BY m.joined_at, m.principal_id), '[]')
   FROM members m WHERE m.conversation_id = c.id AND m.left_at IS NULL) AS members`;

const viewOf = (row: ViewRow): Conversation => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  members: row.members,
  headSeq: row.headSeq,
  unreadCount: row.unreadCount,
  createdAt: row.createdAt.toISOString(),
});

/** Everything this principal is in, the last changed first. */
export async function conversationsOf(
  runner: StatementRunner,
  principalId: PrincipalId,
): Promise<readonly Conversation[]> {
  const rows = await rowsOf<ViewRow>(
    runner,
    `SELECT ${viewColumns}
     FROM members me JOIN conversations c ON c.id = me.conversation_id
     WHERE me.principal_id = $1 AND me.left_at IS NULL
     ORDER BY c.changed_at DESC, c.id DESC`,
    [principalId],
  );
  return rows.map(viewOf);
}

export interface ConversationView {
  readonly conversation: Conversation;
  /** False for somebody who looks from outside: they have no cursors and so nothing unread. */
  readonly isMember: boolean;
}

export async function conversationView(
  runner: StatementRunner,
  conversationId: ConversationId,
  asSeenBy: PrincipalId,
): Promise<ConversationView | undefined> {
  const [row] = await rowsOf<ViewRow>(
    runner,
    `SELECT ${viewColumns}
     FROM conversations c LEFT JOIN members me
       ON me.conversation_id = c.id AND me.principal_id = $2 AND me.left_at IS NULL
     WHERE c.id = $1`,
    [conversationId, asSeenBy],
  );
  return row && { conversation: viewOf(row), isMember: row.isMember };
}
