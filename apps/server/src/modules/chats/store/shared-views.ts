import {
  SMALL_CONVERSATION_MEMBERS,
  type Conversation,
  type ConversationId,
} from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";
import { memberObject } from "./conversation-views.ts";

/** How many of the newest events are looked at for what is unread; who has read less is counted for by the database. */
const TAIL_EVENTS = 100;

export interface SharedViewWanted {
  readonly conversationId: ConversationId;
  readonly withMembers: boolean;
}

type Shared = Omit<
  Conversation,
  "createdAt" | "activeAt" | "mine" | "members" | "unreadCount" | "mentionCount"
>;

/** What all members of a conversation see alike, as of one moment. */
export interface SharedViewRow extends Shared {
  readonly createdAt: Date;
  readonly activeAt: Date;
  readonly withMembers: boolean;
  /** The transaction that wrote the conversation's row. */
  readonly writtenBy: string;
  /** The age of the first transaction of all, by which the others are told. */
  readonly ageOfFirst: number;
  /** How many transactions ago a member last changed, and when one last left; null where there is none, and of large ones. */
  readonly presentAge: number | null;
  readonly goneAge: number | null;
  /** JSON of the members of a small conversation and who wrote each row, in the same order; null unless they were wanted. */
  readonly members: string | null;
  readonly membersWrittenBy: string | null;
  /** Positions and authors of the messages after `tailAfterSeq`, the newest first, each a list with commas between. */
  readonly tailSeqs: string | null;
  readonly tailAuthors: string | null;
  readonly tailAfterSeq: number;
  readonly lastMentionSeq: number | null;
}

const statement = `
  SELECT c.id, c.kind, c.title, c.about, c.picture_id AS "pictureId", c.access, c.posting, c.confidentiality,
    CASE WHEN c.object_id IS NOT NULL THEN json_build_object(
      'application', c.object_application, 'type', c.object_type, 'id', c.object_id) END AS object,
    c.last_message AS "lastMessage", c.head_seq AS "headSeq", c.created_at AS "createdAt", c.active_at AS "activeAt",
    c.member_count AS "memberCount", i.w AS "withMembers", c.xmin::text AS "writtenBy", age('3'::xid) AS "ageOfFirst",
    around.present AS "presentAge", around.gone AS "goneAge",
    inside.members, inside.written_by AS "membersWrittenBy",
    tail.seqs AS "tailSeqs", tail.authors AS "tailAuthors",
    CASE WHEN tail.event_count < ${TAIL_EVENTS} THEN around.lowest ELSE tail.first_seq - 1 END AS "tailAfterSeq",
    (SELECT max(n.seq) FROM mentions n WHERE n.conversation_id = c.id) AS "lastMentionSeq"
  FROM unnest($1::uuid[], $2::boolean[]) AS i (c, w) JOIN conversations c ON c.id = i.c
  CROSS JOIN LATERAL (
    SELECT min(age(m.xmin)) FILTER (WHERE m.left_at IS NULL) AS present,
      min(age(m.xmin)) FILTER (WHERE m.left_at IS NOT NULL) AS gone,
      coalesce(min(m.read_to) FILTER (WHERE m.left_at IS NULL), 0) AS lowest
    FROM members m WHERE c.member_count <= ${SMALL_CONVERSATION_MEMBERS} AND m.conversation_id = c.id) AS around
  LEFT JOIN LATERAL (
    SELECT json_agg(${memberObject} ORDER BY m.joined_at, m.principal_id)::text AS members,
      string_agg(m.xmin::text, ',' ORDER BY m.joined_at, m.principal_id) AS written_by
    FROM members m WHERE i.w AND c.member_count <= ${SMALL_CONVERSATION_MEMBERS} AND m.conversation_id = c.id
      AND m.left_at IS NULL) AS inside ON true
  CROSS JOIN LATERAL (
    SELECT count(*) AS event_count, min(e.seq) AS first_seq,
      string_agg(e.seq::text, ',') FILTER (WHERE e.is_said) AS seqs,
      string_agg(e.actor_id::text, ',') FILTER (WHERE e.is_said) AS authors
    FROM (SELECT seq, actor_id, type = 'message.created' AND actor_id IS NOT NULL AS is_said FROM conversation_events
      WHERE conversation_id = c.id AND seq > around.lowest ORDER BY seq DESC LIMIT ${TAIL_EVENTS}) AS e) AS tail`;

/** Those of them that are there, in no order. */
export const sharedViewsOf = (
  runner: StatementRunner,
  wanted: readonly SharedViewWanted[],
): Promise<readonly SharedViewRow[]> =>
  rowsOf<SharedViewRow>(runner, statement, [
    wanted.map(({ conversationId }) => conversationId),
    wanted.map(({ withMembers }) => withMembers),
  ]);
