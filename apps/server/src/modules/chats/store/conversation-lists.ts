import {
  SMALL_CONVERSATION_MEMBERS,
  type ListedConversation,
  type Member,
  type PrincipalId,
} from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";
import type {
  ListReading,
  UnchangedConversation,
} from "../../../platform/realtime/sync-source.ts";
import {
  membersInside,
  membersSince,
  ownColumns,
  plainViewOf,
  type PlainRow,
} from "./conversation-views.ts";

export interface ListReader {
  readonly principalId: PrincipalId;
  /** Undefined for who holds nothing. */
  readonly heldVersion: string | undefined;
}

type ListRow = PlainRow & {
  readonly place: number;
  readonly listVersion: string;
  readonly isNews: boolean;
  /** Either all of them, or those who are news to a reader who holds the others. */
  readonly members: Member[] | null;
  readonly changedMembers: Member[] | null;
};

/** What stands in the row of a reader who is in no conversation. */
type NoRow = Pick<ListRow, "place" | "listVersion"> & { readonly id: null };

/** Numbers of transactions come round: a version older than so many of them says nothing any more. */
const OLDEST_HELD = 1_000_000_000;

/*
 * A version is the oldest transaction that was still running when a list was read: what was written by it or by a later
 * one is news. `xmin` names the writer of a row, and `age` counts how many transactions ago that was, though their
 * numbers come round (PostgreSQL, 24.1.5 "Preventing Transaction ID Wraparound Failures"). A view is made of the rows of
 * the conversation and of its members: whatever else it counts is written in a transaction that moves one of them.
 */
const readers = `
  SELECT i.n::integer AS place, i.p,
    CASE WHEN pg_snapshot_xmax(pg_current_snapshot())::text::bigint - i.v::bigint BETWEEN 0 AND ${OLDEST_HELD}
      THEN age((i.v::bigint % 4294967296)::text::xid) END AS since
  FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS i (p, v, n)`;

// A view is made where it is news; of a small conversation that nobody has left only the members who are.
const statement = `
  SELECT v.*, r.place, pg_snapshot_xmin(pg_current_snapshot())::text AS "listVersion",
    c.id, c.head_seq AS "headSeq", c.confidentiality, news.is_there AS "isNews"
  FROM (${readers}) AS r
  LEFT JOIN (members me JOIN conversations c ON c.id = me.conversation_id)
    ON me.principal_id = r.p AND me.left_at IS NULL
  CROSS JOIN LATERAL (
    SELECT count(*) > 0 AS are_news, coalesce(bool_or(o.left_at IS NOT NULL), false) AS have_left
    FROM members o WHERE r.since IS NOT NULL AND c.member_count <= ${SMALL_CONVERSATION_MEMBERS}
      AND o.conversation_id = c.id AND age(o.xmin) <= r.since) AS others
  CROSS JOIN LATERAL (
    SELECT r.since IS NULL OR others.are_news OR least(age(c.xmin), age(me.xmin)) <= r.since AS is_there,
      r.since IS NULL OR others.have_left OR c.member_count > ${SMALL_CONVERSATION_MEMBERS} AS is_whole
    OFFSET 0) AS news
  LEFT JOIN LATERAL (
    SELECT ${ownColumns}, CASE WHEN news.is_whole THEN ${membersInside} END AS members,
      CASE WHEN NOT news.is_whole THEN ${membersSince("r.since")} END AS "changedMembers"
    WHERE news.is_there) AS v ON true
  ORDER BY c.active_at DESC, c.id DESC`;

/** The lists of many at once, in their order: what has changed since the versions they hold. */
export async function listsOfEach(
  runner: StatementRunner,
  wanted: readonly ListReader[],
): Promise<readonly ListReading[]> {
  const rows = await rowsOf<ListRow | NoRow>(runner, statement, [
    wanted.map(({ principalId }) => principalId),
    wanted.map(({ heldVersion }) => heldVersion ?? null),
  ]);
  const lists = wanted.map(() => ({
    listVersion: "0",
    conversations: new Array<ListedConversation>(),
    unchanged: new Array<UnchangedConversation>(),
  }));
  for (const { place, listVersion, ...row } of rows) {
    const list = lists[place - 1];
    if (list === undefined) continue;
    list.listVersion = listVersion;
    if (row.id === null) continue;
    const { isNews, members, changedMembers, ...view } = row;
    const { id, headSeq, confidentiality } = view;
    if (!isNews) list.unchanged.push({ id, headSeq, confidentiality });
    else
      list.conversations.push({
        ...plainViewOf(view),
        ...(members === null
          ? { changedMembers: changedMembers ?? [] }
          : { members }),
      });
  }
  return lists;
}
