import type { PrincipalId } from "@veche/contracts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";

/** Puts another name where a person stood in calls. How many. */
export async function eraseName(
  unit: LentUnit,
  { userId, name }: { readonly userId: PrincipalId; readonly name: string },
): Promise<number> {
  const rows = await rowsOf(
    unit.tx,
    `UPDATE call_participants SET name = $2 WHERE principal_id = $1 RETURNING 1`,
    [userId, name],
  );
  return rows.length;
}
