import type { ConversationId, Member } from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";
import { containing } from "./containing.ts";

export interface MemberSearch {
  /** A part of the name; empty: everybody. */
  readonly text: string;
  readonly skip: number;
  readonly limit: number;
}

/** Present members in the order of names, and how many there are of them. */
export async function membersNamed(
  runner: StatementRunner,
  conversationId: ConversationId,
  { text, skip, limit }: MemberSearch,
): Promise<{ readonly items: Member[]; readonly memberCount: number }> {
  const [found] = await rowsOf<{ items: Member[]; memberCount: number }>(
    runner,
    `WITH found AS MATERIALIZED (
       SELECT principal_id, kind, name, role, delivered_to, read_to FROM members
       WHERE conversation_id = $1 AND left_at IS NULL AND name ILIKE $2
     ), page AS (SELECT * FROM found ORDER BY lower(name), principal_id OFFSET $3 LIMIT $4)
     SELECT (SELECT count(*)::integer FROM found) AS "memberCount",
       coalesce((SELECT json_agg(json_build_object(
         'principalId', m.principal_id, 'kind', m.kind, 'name', m.name, 'role', m.role,
         'deliveredTo', m.delivered_to, 'readTo', m.read_to) ORDER BY lower(m.name), m.principal_id)
         FROM page m), '[]') AS items`,
    [conversationId, containing(text), skip, limit],
  );
  return found ?? { items: [], memberCount: 0 };
}
