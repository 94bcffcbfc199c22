import type { Site, SiteId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { SitesTable, WorkspaceTables } from "./tables.ts";

export type SiteFields = Pick<
  Site,
  "name" | "origins" | "language" | "greeting"
>;

const columns = [
  "id",
  "key",
  "name",
  "origins",
  "language",
  "greeting",
] as const;

export async function allSites(
  db: Db<WorkspaceTables>,
): Promise<readonly Site[]> {
  return db.selectFrom("sites").select(columns).orderBy("name").execute();
}

export async function siteByKey(
  db: Db<WorkspaceTables>,
  key: string,
): Promise<Site | undefined> {
  return db
    .selectFrom("sites")
    .select(columns)
    .where("key", "=", key)
    .executeTakeFirst();
}

export async function secretOf(
  db: Db<WorkspaceTables>,
  siteId: SiteId,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("sites")
    .select("secret")
    .where("id", "=", siteId)
    .executeTakeFirst();
  return row?.secret;
}

/** True when some site names this origin. */
export async function hasOrigin(
  db: Db<WorkspaceTables>,
  origin: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("sites")
    .select("id")
    .where((on) => on(on.val(origin), "=", on.fn.any("origins")))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Keys already taken among those that begin like this one. */
export async function keysLike(
  tx: Tx<WorkspaceTables>,
  stem: string,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("sites")
    .select("key")
    .where("key", "like", `${stem}%`)
    .execute();
  return rows.map(({ key }) => key);
}

export async function insertSite(
  tx: Tx<WorkspaceTables>,
  site: SitesTable,
): Promise<void> {
  await tx.insertInto("sites").values(site).execute();
}

/** Undefined when there is no such site. */
export async function changeSite(
  tx: Tx<WorkspaceTables>,
  siteId: SiteId,
  changes: Partial<SiteFields & { readonly secret: string }>,
): Promise<Site | undefined> {
  return tx
    .updateTable("sites")
    .set(changes)
    .where("id", "=", siteId)
    .returning(columns)
    .executeTakeFirst();
}
