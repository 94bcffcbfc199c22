import type { UserId } from "@veche/contracts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";

/** Puts another name where an operator served or was rung. How many. */
export async function eraseName(
  unit: LentUnit,
  { userId, name }: { readonly userId: UserId; readonly name: string },
): Promise<number> {
  const requests = await rowsOf(
    unit.tx,
    `UPDATE requests SET operator_name = $2 WHERE operator_id = $1 RETURNING 1`,
    [userId, name],
  );
  const offers = await rowsOf(
    unit.tx,
    `UPDATE offers SET operator_name = $2 WHERE operator_id = $1 RETURNING 1`,
    [userId, name],
  );
  return requests.length + offers.length;
}
