import { workspaceEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { allSites, changeSite } from "../store/sites.store.ts";
import { createSite, type CreateSiteDeps } from "../use-cases/create-site.ts";

export function siteRoutes(deps: CreateSiteDeps): readonly Route[] {
  const { ids } = deps;
  const { db, transact } = deps.database;
  return [
    route(workspaceEndpoints.listSites, async () => ({
      sites: [...(await allSites(db))],
    })),
    route(workspaceEndpoints.createSite, ({ actor, body }) =>
      createSite(deps, actor, body),
    ),
    route(workspaceEndpoints.updateSite, ({ actor, params, body }) =>
      transact(actor, async ({ tx, happened }) => {
        const site = await changeSite(tx, params.siteId, body);
        if (site === undefined) throw new AppError("request.not_found");
        happened({ type: "site.changed", siteId: site.id });
        return site;
      }),
    ),
    route(workspaceEndpoints.rotateSiteSecret, ({ actor, params }) =>
      transact(actor, async ({ tx, happened }) => {
        const secret = ids.secret();
        const site = await changeSite(tx, params.siteId, { secret });
        if (site === undefined) throw new AppError("request.not_found");
        happened({ type: "site.secret_rotated", siteId: site.id });
        return { secret };
      }),
    ),
  ];
}
