import type { Actor } from "@veche/contracts";
import type { Database } from "../../../platform/db/database.ts";
import { changeSite, siteByKey } from "../store/sites.store.ts";
import type { WorkspaceTables } from "../store/tables.ts";

/** Lets a site's widget stand under further addresses; those it has already change nothing, nor does an unknown key. */
export async function admitOrigins(
  database: Database<WorkspaceTables>,
  actor: Actor,
  { siteKey, origins }: { siteKey: string; origins: readonly string[] },
): Promise<void> {
  const site = await siteByKey(database.db, siteKey);
  const lacking = origins.filter(
    (one) => site?.origins.includes(one) === false,
  );
  if (site === undefined || lacking.length === 0) return;
  await database.transact(actor, async ({ tx, happened }) => {
    await changeSite(tx, site.id, { origins: [...site.origins, ...lacking] });
    happened({ type: "site.changed", siteId: site.id });
  });
}
