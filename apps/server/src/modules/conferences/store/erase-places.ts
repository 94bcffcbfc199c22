import type { UserId } from "@veche/contracts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";

/** Takes a person out of all conferences and ends their calendar. Out of how many. */
export async function erasePlaces(
  unit: LentUnit,
  { userId }: { readonly userId: UserId },
): Promise<number> {
  await rowsOf(unit.tx, `DELETE FROM calendar_feeds WHERE user_id = $1`, [
    userId,
  ]);
  const rows = await rowsOf(
    unit.tx,
    `DELETE FROM conference_invitees WHERE user_id = $1 RETURNING 1`,
    [userId],
  );
  return rows.length;
}
