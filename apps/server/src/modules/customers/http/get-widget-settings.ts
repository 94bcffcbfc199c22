import { widgetEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route } from "../../../platform/http/route.ts";
import type { ServicePort } from "../service.port.ts";
import type { SiteDirectory } from "../site-directory.port.ts";

export const getWidgetSettings = ({
  sites,
  service,
}: {
  readonly sites: SiteDirectory;
  readonly service: Pick<ServicePort, "serviceAt">;
}) =>
  route(widgetEndpoints.getWidgetSettings, async ({ params, query }) => {
    const site = await sites.siteByKey(params.siteKey);
    if (site === undefined) throw new AppError("site.unknown");
    const [branding, { isStaffed, opensAt }] = await Promise.all([
      sites.branding(),
      service.serviceAt(query.queueId),
    ]);
    return {
      siteKey: site.key,
      branding,
      language: site.language,
      greeting: site.greeting,
      isStaffed,
      opensAt: opensAt?.toISOString() ?? null,
    };
  });
