import type { UserId } from "@veche/contracts";
import {
  type LentUnit,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";

/** In order: what refers to the card goes before it. A card without anything personal comes by itself afterwards. */
const statements = [
  `DELETE FROM tag_people WHERE user_id = $1`,
  `DELETE FROM tags WHERE owner_id = $1`,
  `DELETE FROM statuses WHERE user_id = $1`,
  `UPDATE people SET manager_id = NULL WHERE manager_id = $1`,
  `UPDATE departments SET manager_id = NULL WHERE manager_id = $1`,
] as const;

/** Takes away a person's card, tags and status, in the caller's transaction. */
export async function eraseCard(
  unit: LentUnit,
  { userId }: { readonly userId: UserId },
): Promise<number> {
  for (const statement of statements) await sendOff(unit, statement, [userId]);
  const cards = await rowsOf(
    unit.tx,
    `DELETE FROM people WHERE user_id = $1 RETURNING user_id`,
    [userId],
  );
  return cards.length;
}
