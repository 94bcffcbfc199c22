import type { Actor, Site } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { Ids } from "../../../platform/ids.ts";
import { freeKey, keyStem } from "../domain/site-key.ts";
import { insertSite, keysLike, type SiteFields } from "../store/sites.store.ts";
import type { WorkspaceTables } from "../store/tables.ts";

export interface CreateSiteDeps {
  readonly database: Database<WorkspaceTables>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface CreatedSite {
  readonly site: Site;
  readonly secret: string;
}

/** Adds a site under a key made of its name. */
export async function createSite(
  { database, clock, ids }: CreateSiteDeps,
  actor: Actor,
  fields: SiteFields,
): Promise<CreatedSite> {
  return database.transact(actor, async ({ tx, happened }) => {
    const stem = keyStem(fields.name);
    // Two sites of one name made at once: the second's unique key fails and its transaction is not committed.
    const site: Site = {
      id: ids.next(),
      key: freeKey(stem, await keysLike(tx, stem)),
      ...fields,
    };
    const secret = ids.secret();
    await insertSite(tx, { ...site, secret, createdAt: clock.now() });
    happened({ type: "site.created", siteId: site.id });
    return { site, secret };
  });
}
