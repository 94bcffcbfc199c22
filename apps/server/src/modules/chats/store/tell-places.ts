import type { PrincipalId } from "@veche/contracts";
import type { StatementRunner } from "../../../platform/db/statements.ts";
import { rowsInPages } from "../../../platform/db/rows-in-pages.ts";

/** The conversations somebody is or was in, with their own side of them. */
export const tellPlaces = (
  runner: StatementRunner,
  principalId: PrincipalId,
): AsyncIterable<unknown> =>
  rowsInPages(
    runner,
    `SELECT c.id, c.kind, c.title, m.role, m.joined_at AS "joinedAt", m.left_at AS "leftAt",
       m.is_archived AS "isArchived", m.notify, m.draft
     FROM members m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.principal_id = $1 AND c.deleted_at IS NULL AND ($2::uuid IS NULL OR c.id > $2::uuid)
     ORDER BY c.id LIMIT $3`,
    principalId,
  );
