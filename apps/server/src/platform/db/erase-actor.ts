import type { PrincipalId } from "@veche/contracts";
import { rowsOf, type LentUnit } from "./statements.ts";

/** Takes a person's name out of the facts that wait for their readers, and of those read. How many. */
export async function eraseActor(
  unit: LentUnit,
  { userId }: { readonly userId: PrincipalId },
): Promise<number> {
  const rows = await rowsOf(
    unit.tx,
    `UPDATE outbox SET actor = jsonb_set(actor, '{name}', 'null')
     WHERE actor ->> 'id' = $1::text AND actor ->> 'name' IS NOT NULL RETURNING 1`,
    [userId],
  );
  return rows.length;
}
