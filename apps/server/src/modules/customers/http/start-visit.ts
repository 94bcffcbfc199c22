import { widgetEndpoints, type Site } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route } from "../../../platform/http/route.ts";
import {
  verifyIdentityToken,
  type CustomerIdentity,
} from "../identity-token.ts";
import type { SiteDirectory } from "../site-directory.port.ts";
import {
  startVisit as start,
  type StartVisitDeps,
} from "../use-cases/start-visit.ts";

const refusals = {
  expired: "auth.identity_token_expired",
  invalid: "auth.identity_token_invalid",
} as const;

export type StartVisitRouteDeps = StartVisitDeps & {
  readonly sites: SiteDirectory;
};

export const startVisit = (deps: StartVisitRouteDeps) =>
  route(widgetEndpoints.startVisit, async ({ body, actor, http }) => {
    const site = await deps.sites.siteByKey(body.siteKey);
    if (site === undefined) throw new AppError("site.unknown");
    // Browsers always send it with a POST: whoever does not is no page of the site's.
    const { origin } = http.request.headers;
    if (origin === undefined || !site.origins.includes(origin)) {
      throw new AppError("auth.origin_refused");
    }
    const { visitorToken, customer } = await start(deps, {
      actor,
      site,
      visitorToken: body.visitorToken,
      identity: await identityOf(deps, site, body.identityToken),
      language: body.language,
      pageUrl: body.pageUrl,
      pageTitle: body.pageTitle,
    });
    const { id, name, language, conversationId } = customer;
    return {
      visitorToken,
      me: { kind: "customer" as const, id, name, language },
      conversationId,
      request: await deps.service.openRequestOf(id),
    };
  });

async function identityOf(
  { sites, clock }: StartVisitRouteDeps,
  site: Site,
  token: string | undefined,
): Promise<CustomerIdentity | undefined> {
  if (token === undefined) return undefined;
  const secret = await sites.siteSecret(site.id);
  const verdict = await verifyIdentityToken({
    token,
    secret,
    siteKey: site.key,
    now: clock.now(),
  });
  if (!verdict.ok) throw new AppError(refusals[verdict.reason]);
  return verdict.identity;
}
