import type { TagId, UserId } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import type { DirectoryTables } from "./tables.ts";

/** Who carries these tags, their owner's own ones included; unknown tags are left out. */
export async function carriersOf(
  db: Db<DirectoryTables>,
  tagIds: readonly TagId[],
): Promise<ReadonlyMap<TagId, ReadonlySet<UserId>>> {
  if (tagIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("tagPeople")
    .select(["tagId", "userId"])
    .where("tagId", "in", tagIds)
    .execute();
  const byTag = Map.groupBy(rows, ({ tagId }) => tagId);
  return new Map(
    [...byTag].map(([tagId, of]) => [
      tagId,
      new Set(of.map(({ userId }) => userId)),
    ]),
  );
}
