import type { PrincipalId } from "@veche/contracts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";

const statements = [
  `DELETE FROM saved_messages WHERE principal_id = $1 RETURNING 1`,
  `DELETE FROM reminders WHERE principal_id = $1 RETURNING 1`,
  `DELETE FROM scheduled_messages WHERE author_id = $1 RETURNING 1`,
] as const;

/** Takes away what a person kept for themself: saved messages, reminders, what was to be sent later. How many. */
export async function eraseNotes(
  unit: LentUnit,
  { userId }: { readonly userId: PrincipalId },
): Promise<number> {
  let count = 0;
  for (const statement of statements)
    count += (await rowsOf(unit.tx, statement, [userId])).length;
  return count;
}
