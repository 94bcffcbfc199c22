import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ChainHead } from "../chain.ts";
import type { AuditEntriesTable, AuditTables } from "./tables.ts";

export async function readHead(
  db: Db<AuditTables>,
): Promise<(ChainHead & { readonly seal: Buffer }) | undefined> {
  return db
    .selectFrom("auditHead")
    .select(["position", "hash", "seal"])
    .executeTakeFirst();
}

export async function appendEntries(
  tx: Tx<AuditTables>,
  entries: readonly AuditEntriesTable[],
  head: ChainHead & { readonly seal: Buffer },
): Promise<void> {
  await tx
    .insertInto("auditEntries")
    .values([...entries])
    .execute();
  await tx
    .insertInto("auditHead")
    .values(head)
    .onConflict((conflict) => conflict.column("isOnly").doUpdateSet(head))
    .execute();
}

/** Entries after a position, in order. */
export async function entriesAfter(
  db: Db<AuditTables>,
  position: number,
  limit: number,
): Promise<readonly AuditEntriesTable[]> {
  return db
    .selectFrom("auditEntries")
    .selectAll()
    .where("position", ">", position)
    .orderBy("position")
    .limit(limit)
    .execute();
}

/** The newest entries, or those before a position; newest first. */
export async function entriesBefore(
  db: Db<AuditTables>,
  before: number | undefined,
  limit: number,
): Promise<readonly AuditEntriesTable[]> {
  return db
    .selectFrom("auditEntries")
    .selectAll()
    .$if(before !== undefined, (query) =>
      query.where("position", "<", before ?? 0),
    )
    .orderBy("position", "desc")
    .limit(limit)
    .execute();
}

/** When the newest entry of a type was made. */
export async function lastTimeOf(
  db: Db<AuditTables>,
  type: string,
): Promise<Date | undefined> {
  const newest = await db
    .selectFrom("auditEntries")
    .select("at")
    .where("type", "=", type)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest?.at;
}
