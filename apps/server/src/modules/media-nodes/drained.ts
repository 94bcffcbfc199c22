import type { Db, Tx } from "../../platform/db/database.ts";

interface DrainedMediaNodesTable {
  name: string;
  since: Date;
}

export interface MediaNodesTables {
  drainedMediaNodes: DrainedMediaNodesTable;
}

export async function drainedNames(
  db: Db<MediaNodesTables>,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("drainedMediaNodes")
    .select("name")
    .orderBy("name")
    .execute();
  return rows.map(({ name }) => name);
}

interface Drained {
  readonly name: string;
  readonly isDraining: boolean;
  readonly at: Date;
}

/** False when it was so already. */
export async function setDrained(
  tx: Tx<MediaNodesTables>,
  { name, isDraining, at }: Drained,
): Promise<boolean> {
  const done = isDraining
    ? await tx
        .insertInto("drainedMediaNodes")
        .values({ name, since: at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
    : await tx
        .deleteFrom("drainedMediaNodes")
        .where("name", "=", name)
        .executeTakeFirst();
  return "numDeletedRows" in done
    ? done.numDeletedRows > 0n
    : (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
