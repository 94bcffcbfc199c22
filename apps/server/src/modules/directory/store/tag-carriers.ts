import type { TagId, UserId } from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";

/** Who carries these tags, their owner's own ones included; unknown tags are left out. */
export async function carriersOf(
  runner: StatementRunner,
  tagIds: readonly TagId[],
): Promise<ReadonlyMap<TagId, ReadonlySet<UserId>>> {
  if (tagIds.length === 0) return new Map();
  const rows = await rowsOf<{ tagId: TagId; userId: UserId }>(
    runner,
    `SELECT tag_id AS "tagId", user_id AS "userId" FROM tag_people WHERE tag_id = any($1::uuid[])`,
    [tagIds],
  );
  const byTag = Map.groupBy(rows, ({ tagId }) => tagId);
  return new Map(
    [...byTag].map(([tagId, of]) => [
      tagId,
      new Set(of.map(({ userId }) => userId)),
    ]),
  );
}
