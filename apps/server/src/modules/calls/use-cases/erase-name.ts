import type { PrincipalId } from "@veche/contracts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";

/** Puts another name where a person stood in calls, and forgets their devices. How many. */
export async function eraseName(
  unit: LentUnit,
  { userId, name }: { readonly userId: PrincipalId; readonly name: string },
): Promise<number> {
  await rowsOf(
    unit.tx,
    `UPDATE lobby_places SET name = $2 WHERE principal_id = $1 RETURNING 1`,
    [userId, name],
  );
  const rows = await rowsOf(
    unit.tx,
    `UPDATE call_participants SET name = $2 WHERE principal_id = $1 RETURNING 1`,
    [userId, name],
  );
  await rowsOf(unit.tx, `DELETE FROM call_looks WHERE user_id = $1`, [userId]);
  // Names of devices may name their owner.
  await rowsOf(
    unit.tx,
    `UPDATE call_events SET equipment = NULL WHERE principal_id = $1 AND equipment IS NOT NULL RETURNING 1`,
    [userId],
  );
  return rows.length;
}
