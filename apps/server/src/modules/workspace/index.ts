import type { Actor, Branding, Site, SiteId } from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type { FileRoute } from "../../platform/http/file-route.ts";
import type { Route } from "../../platform/http/route.ts";
import { brandingRoutes, logoFile } from "./http/branding-routes.ts";
import { siteRoutes } from "./http/site-routes.ts";
import { readBranding } from "./store/branding.store.ts";
import {
  hasOrigin,
  secretOf,
  siteByKey,
  type SiteFields,
} from "./store/sites.store.ts";
import { admitOrigins } from "./use-cases/admit-origins.ts";
import {
  createSite,
  type CreatedSite,
  type CreateSiteDeps,
} from "./use-cases/create-site.ts";

export type { WorkspaceTables } from "./store/tables.ts";

/** How the installation looks and which web sites carry its widget. */
export interface Workspace {
  readonly routes: readonly Route[];
  readonly fileRoutes: readonly FileRoute[];
  branding(): Promise<Branding>;
  siteByKey(key: string): Promise<Site | undefined>;
  /** With what the site signs identity tokens. Refuses `site.unknown`. */
  siteSecret(siteId: SiteId): Promise<string>;
  /** True when a page of this origin carries the widget of some site. */
  isSiteOrigin(origin: string): Promise<boolean>;
  createSite(actor: Actor, fields: SiteFields): Promise<CreatedSite>;
  /** Lets a site's widget stand under these addresses too. */
  admitOrigins(
    actor: Actor,
    admission: { siteKey: string; origins: readonly string[] },
  ): Promise<void>;
}

export function createWorkspace(deps: CreateSiteDeps): Workspace {
  const { database } = deps;
  const { db } = database;
  return {
    routes: [...brandingRoutes(database), ...siteRoutes(deps)],
    fileRoutes: [logoFile(database)],
    branding: () => readBranding(db),
    siteByKey: (key) => siteByKey(db, key),
    async siteSecret(siteId) {
      const secret = await secretOf(db, siteId);
      if (secret === undefined) throw new AppError("site.unknown");
      return secret;
    },
    isSiteOrigin: (origin) => hasOrigin(db, origin),
    createSite: (actor, fields) => createSite(deps, actor, fields),
    admitOrigins: (actor, admission) =>
      admitOrigins(database, actor, admission),
  };
}
