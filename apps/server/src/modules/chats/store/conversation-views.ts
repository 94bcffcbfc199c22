import {
  SMALL_CONVERSATION_MEMBERS,
  type Conversation,
  type ConversationId,
  type ConversationSounds,
  type Member,
  type PrincipalId,
} from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";
import { containing } from "./containing.ts";
import { unreadColumns } from "./unread.ts";

type Plain = Omit<Conversation, "createdAt" | "activeAt" | "mine" | "members">;

/** A view without its members. */
interface PlainRow extends Plain {
  readonly createdAt: Date;
  readonly activeAt: Date;
  readonly isMember: boolean;
  readonly role: Member["role"];
  readonly pinnedRank: number | null;
  readonly isArchived: boolean;
  readonly notify: NonNullable<Conversation["mine"]>["notify"];
  readonly mutedUntil: Date | null;
  readonly sounds: ConversationSounds | null;
  readonly folderIds: NonNullable<Conversation["mine"]>["folderIds"];
  readonly draft: NonNullable<Conversation["mine"]>["draft"];
}

interface ViewRow extends PlainRow {
  readonly members: Conversation["members"];
}

export const memberObject = `json_build_object(
  'principalId', m.principal_id, 'kind', m.kind, 'name', m.name, 'role', m.role,
  'deliveredTo', m.delivered_to, 'readTo', m.read_to)`;

/** One statement, so one moment: the head, the counter and the cursors of a view always agree. */
const ownColumns = `
  c.id, c.kind, c.title, c.about, c.picture_id AS "pictureId", c.access, c.posting, c.confidentiality,
  CASE WHEN c.object_id IS NOT NULL THEN json_build_object(
    'application', c.object_application, 'type', c.object_type, 'id', c.object_id) END AS object,
  c.last_message AS "lastMessage", c.head_seq AS "headSeq",
  c.created_at AS "createdAt", c.active_at AS "activeAt",
  me.principal_id IS NOT NULL AS "isMember", me.role, me.pinned_rank AS "pinnedRank",
  me.is_archived AS "isArchived", me.notify, me.muted_until AS "mutedUntil", me.sounds,
  me.folder_ids AS "folderIds", me.draft,
  ${unreadColumns},
  c.member_count AS "memberCount"`;

/** All members of a small conversation; of a large one only who looks, without a look at the others. */
const membersInside = `
  (SELECT coalesce(json_agg(${memberObject} ORDER BY m.joined_at, m.principal_id), '[]') FROM (
    SELECT * FROM members WHERE c.member_count <= ${SMALL_CONVERSATION_MEMBERS}
      AND conversation_id = c.id AND left_at IS NULL
    UNION ALL
    SELECT * FROM members WHERE c.member_count > ${SMALL_CONVERSATION_MEMBERS}
      AND conversation_id = c.id AND principal_id = me.principal_id AND left_at IS NULL) AS m)`;

const viewColumns = `${ownColumns}, ${membersInside} AS members`;

const viewOf = ({ members, ...row }: ViewRow): Conversation => ({
  ...plainViewOf(row),
  members,
});

function plainViewOf(row: PlainRow): Omit<Conversation, "members"> {
  const { isMember, role, pinnedRank, isArchived, notify, ...rest } = row;
  const { mutedUntil, sounds, folderIds, draft, ...plain } = rest;
  return {
    ...plain,
    createdAt: row.createdAt.toISOString(),
    activeAt: row.activeAt.toISOString(),
    mine: isMember
      ? {
          role,
          pinnedRank,
          isArchived,
          notify,
          mutedUntil: mutedUntil?.toISOString() ?? null,
          ...(sounds === null ? {} : { sounds }),
          folderIds,
          draft,
        }
      : null,
  };
}

/** Everything this principal is in, the one with the newest message first. */
export async function conversationsOf(
  runner: StatementRunner,
  principalId: PrincipalId,
): Promise<readonly Conversation[]> {
  const rows = await rowsOf<ViewRow>(
    runner,
    `SELECT ${viewColumns}
     FROM members me JOIN conversations c ON c.id = me.conversation_id
     WHERE me.principal_id = $1 AND me.left_at IS NULL
     ORDER BY c.active_at DESC, c.id DESC`,
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
    
     WHERE c.id = $1 AND c.deleted_at IS NULL`,
    [conversationId, asSeenBy],
  );
  return row && { conversation: viewOf(row), isMember: row.isMember };
}

/** Conversations that are open to all, by a part of title or description; the one with the newest message first. */
export async function openConversationsNamed(
  runner: StatementRunner,
  asSeenBy: PrincipalId,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<readonly Conversation[]> {
  const rows = await rowsOf<ViewRow>(
    runner,
    `SELECT ${viewColumns}
     FROM conversations c LEFT JOIN members me
       ON me.conversation_id = c.id AND me.principal_id = $1 AND me.left_at IS NULL
    
     WHERE c.access = 'open' AND c.deleted_at IS NULL AND (c.title ILIKE $2 OR c.about ILIKE $2)
     ORDER BY c.active_at DESC, c.id DESC LIMIT $3`,
    [asSeenBy, containing(text), limit],
  );
  return rows.map(viewOf);
}
