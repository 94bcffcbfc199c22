import { sql } from "kysely";
import {
  SMALL_CONVERSATION_MEMBERS,
  type Conversation,
  type ConversationId,
  type Member,
  type PrincipalId,
  type TimelineEvent,
} from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import {
  type LentUnit,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import type { ChatsTables } from "./tables.ts";

const memberColumns = [
  "principalId",
  "kind",
  "name",
  "role",
  "deliveredTo",
  "readTo",
] as const;

export function presentMember(
  db: Db<ChatsTables>,
  conversationId: ConversationId,
  principalId: PrincipalId,
): Promise<Member | undefined> {
  return db
    .selectFrom("members")
    .select(memberColumns)
    .where("conversationId", "=", conversationId)
    .where("principalId", "=", principalId)
    .where("leftAt", "is", null)
    .executeTakeFirst();
}

/**
 * Those whose names stand in a page, who left included: of a small conversation everybody who ever was in it, of a large
 * one those who act in these events.
 */
export function membersOfPage(
  db: Db<ChatsTables>,
  { id, memberCount }: Pick<Conversation, "id" | "memberCount">,
  events: readonly TimelineEvent[],
): Promise<Member[]> {
  const all = db
    .selectFrom("members")
    .select(memberColumns)
    .where("conversationId", "=", id)
    .orderBy("joinedAt")
    .orderBy("principalId");
  if (memberCount <= SMALL_CONVERSATION_MEMBERS) return all.execute();
  const actors = new Set(events.map(({ actorId }) => actorId));
  const named = [...actors].filter((actorId) => actorId !== null);
  return all
    .where("principalId", "=", sql<PrincipalId>`any(${named})`)
    .execute();
}

export function presentMembers(
  db: Db<ChatsTables>,
  conversationId: ConversationId,
): Promise<Member[]> {
  return db
    .selectFrom("members")
    .select(memberColumns)
    .where("conversationId", "=", conversationId)
    .where("leftAt", "is", null)
    .orderBy("joinedAt")
    .orderBy("principalId")
    .execute();
}

export async function presentMemberIds(
  db: Db<ChatsTables>,
  conversationId: ConversationId,
): Promise<readonly PrincipalId[]> {
  const rows = await db
    .selectFrom("members")
    .select("principalId")
    .where("conversationId", "=", conversationId)
    .where("leftAt", "is", null)
    .orderBy("joinedAt")
    .orderBy("principalId")
    .execute();
  return rows.map((row) => row.principalId);
}

/** Takes the row that orders everything in a conversation: whoever changes its members takes it first. */
export async function lockConversation(
  unit: LentUnit,
  conversationId: ConversationId,
): Promise<void> {
  await sendOff(
    unit,
    `SELECT 1 FROM conversations WHERE id = $1 FOR NO KEY UPDATE`,
    [conversationId],
  );
}

export interface NewMember {
  readonly principalId: PrincipalId;
  readonly kind: Member["kind"];
  readonly name: string;
  readonly role: Member["role"];
}

export interface Arrival {
  readonly members: readonly NewMember[];
  readonly at: Date;
  /** What stands up to here is no news to them. Without it everything they have not read is. */
  readonly knownTo?: number;
}

/** What a change of members made of a conversation. */
export interface Changed<Who> {
  readonly who: Who;
  /** How many are in it now. */
  readonly memberCount: number;
}

/** Puts members in; who was one before comes back with their old cursors. Answers with those who were not in. */
export async function insertMembers(
  unit: LentUnit,
  conversationId: ConversationId,
  { members, at, knownTo = 0 }: Arrival,
): Promise<Changed<readonly Member[]>> {
  const who = await rowsOf<Member>(
    unit.tx,
    `INSERT INTO members AS m (conversation_id, principal_id, kind, name, role, joined_at, delivered_to, read_to)
     SELECT $1, i."principalId", i.kind, i.name, i.role, $3, $4::integer, $4::integer
     FROM json_to_recordset($2::json) AS i ("principalId" uuid, kind text, name text, role text)
     ON CONFLICT (conversation_id, principal_id) DO UPDATE
       SET left_at = NULL, joined_at = excluded.joined_at, name = excluded.name, role = excluded.role,
         delivered_to = greatest(m.delivered_to, excluded.delivered_to),
         read_to = greatest(m.read_to, excluded.read_to)
       WHERE m.left_at IS NOT NULL
     RETURNING principal_id AS "principalId", kind, name, role,
       delivered_to AS "deliveredTo", read_to AS "readTo"`,
    [conversationId, JSON.stringify(members), at.toISOString(), knownTo],
  );
  const memberCount = await countIn(unit, conversationId, who.length);
  return { who, memberCount };
}

/** Keeps the number of members beside them; the conversation's row is held by whoever changes them. */
async function countIn(
  unit: LentUnit,
  conversationId: ConversationId,
  difference: number,
): Promise<number> {
  const [row] = await rowsOf<{ memberCount: number }>(
    unit.tx,
    `UPDATE conversations SET member_count = member_count + $2 WHERE id = $1
     RETURNING member_count AS "memberCount"`,
    [conversationId, difference],
  );
  return row?.memberCount ?? 0;
}

/** The name of whoever was a member until now; undefined when they were not in. */
export async function markLeft(
  unit: LentUnit,
  conversationId: ConversationId,
  { principalId, at }: { readonly principalId: PrincipalId; readonly at: Date },
): Promise<Changed<string> | undefined> {
  const [row] = await rowsOf<{ name: string }>(
    unit.tx,
    `UPDATE members SET left_at = $3
     WHERE conversation_id = $1 AND principal_id = $2 AND left_at IS NULL RETURNING name`,
    [conversationId, principalId, at.toISOString()],
  );
  if (row === undefined) return undefined;
  const memberCount = await countIn(unit, conversationId, -1);
  return { who: row.name, memberCount };
}

/**
 * The conversations where the new name shows. Their rows are taken first, as by whoever changes members, and written: a
 * list of conversations looks at the members of those alone that were.
 */
export async function renameEverywhere(
  unit: LentUnit,
  principalId: PrincipalId,
  name: string,
): Promise<readonly ConversationId[]> {
  await rowsOf(
    unit.tx,
    `UPDATE conversations c SET changed_at = c.changed_at FROM (
       SELECT id FROM conversations
       WHERE id IN (SELECT conversation_id FROM members WHERE principal_id = $1 AND name <> $2)
       ORDER BY id FOR NO KEY UPDATE) AS held
     WHERE c.id = held.id`,
    [principalId, name],
  );
  const rows = await rowsOf<{
    conversationId: ConversationId;
    isPresent: boolean;
  }>(
    unit.tx,
    `UPDATE members SET name = $2 WHERE principal_id = $1 AND name <> $2
     RETURNING conversation_id AS "conversationId", left_at IS NULL AS "isPresent"`,
    [principalId, name],
  );
  return rows.filter((row) => row.isPresent).map((row) => row.conversationId);
}

/** Gives a present member another role; their name, or undefined when they are not in it. */
export async function writeRole(
  unit: LentUnit,
  conversationId: ConversationId,
  {
    principalId,
    role,
  }: { readonly principalId: PrincipalId; readonly role: Member["role"] },
): Promise<string | undefined> {
  const [row] = await rowsOf<{ name: string }>(
    unit.tx,
    `UPDATE members SET role = $3
     WHERE conversation_id = $1 AND principal_id = $2 AND left_at IS NULL RETURNING name`,
    [conversationId, principalId, role],
  );
  return row?.name;
}

/** Who is to own it when its last owner goes: the oldest admin, else the oldest member. */
export async function heirOf(
  unit: LentUnit,
  conversationId: ConversationId,
  ownerId: PrincipalId,
): Promise<PrincipalId | undefined> {
  const [row] = await rowsOf<{ principalId: PrincipalId }>(
    unit.tx,
    `SELECT principal_id AS "principalId" FROM members
     WHERE conversation_id = $1 AND left_at IS NULL AND principal_id <> $2 AND kind = 'user'
     ORDER BY CASE role WHEN 'admin' THEN 0 WHEN 'member' THEN 1 ELSE 2 END, joined_at, principal_id
     LIMIT 1`,
    [conversationId, ownerId],
  );
  return row?.principalId;
}

/** A member as the conversation being changed has them. */
export async function memberIn(
  unit: LentUnit,
  conversationId: ConversationId,
  principalId: PrincipalId,
): Promise<Member | undefined> {
  const [member] = await rowsOf<Member>(
    unit.tx,
    `SELECT principal_id AS "principalId", kind, name, role,
       delivered_to AS "deliveredTo", read_to AS "readTo"
     FROM members WHERE conversation_id = $1 AND principal_id = $2 AND left_at IS NULL`,
    [conversationId, principalId],
  );
  return member;
}
