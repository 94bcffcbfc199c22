import type { UserId } from "@veche/contracts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";

/** Puts another name where a person stands in recordings. How many places. */
export async function eraseName(
  unit: LentUnit,
  { userId, name }: { readonly userId: UserId; readonly name: string },
): Promise<number> {
  const people = await rowsOf(
    unit.tx,
    `UPDATE recording_people SET name = $2 WHERE principal_id = $1 RETURNING 1`,
    [userId, name],
  );
  const started = await rowsOf(
    unit.tx,
    `UPDATE recordings SET started_by_name = $2 WHERE started_by = $1 RETURNING 1`,
    [userId, name],
  );
  return people.length + started.length;
}
