import type { UserId } from "@veche/contracts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";

/** Puts another name where an operator served, was rung, or was meant by a transfer. How many. */
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
  const transfers = await rowsOf(
    unit.tx,
    `UPDATE transfers SET
       from_operator_name = CASE WHEN from_operator_id = $1 THEN $2 ELSE from_operator_name END,
       to_name = CASE WHEN to_operator_id = $1 THEN $2 ELSE to_name END
     WHERE $1 IN (from_operator_id, to_operator_id) RETURNING 1`,
    [userId, name],
  );
  return requests.length + offers.length + transfers.length;
}
