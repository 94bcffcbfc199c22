import type { UserId } from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";

/** In the words of the tables; what only helps to search is left out. */
const statements = [
  `SELECT 'card' AS kind, to_jsonb(p) - 'words' - 'name_words' AS card FROM people p WHERE user_id = $1`,
  `SELECT 'status' AS kind, to_jsonb(s) AS status FROM statuses s WHERE user_id = $1`,
  `SELECT 'tag' AS kind, t.name FROM tag_people tp JOIN tags t ON t.id = tp.tag_id
   WHERE tp.user_id = $1 AND t.owner_id IS NULL ORDER BY t.name`,
  `SELECT 'ownTag' AS kind, t.name FROM tags t WHERE t.owner_id = $1 ORDER BY t.name`,
] as const;

/** What is kept of a person: card, status, tags. Tags that others put on them for themselves are the others'. */
export async function* tellCard(
  runner: StatementRunner,
  userId: UserId,
): AsyncIterable<unknown> {
  for (const statement of statements)
    yield* await rowsOf(runner, statement, [userId]);
}
