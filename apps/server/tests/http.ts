import type { CustomerId, SessionId, SiteId, UserId } from "@veche/contracts";
import { createHttp, type Http } from "../src/platform/http/create-http.ts";
import type { HttpOptions } from "../src/platform/http/http-options.ts";
import { createMetrics } from "../src/platform/http/metrics.ts";
import { createOriginPolicy } from "../src/platform/http/origin-policy.ts";
import { createSessionCookie } from "../src/platform/http/session-cookie.ts";
import { systemIds } from "../src/platform/ids.ts";
import { createLog } from "../src/platform/log.ts";
import type {
  CustomerPrincipal,
  UserPrincipal,
} from "../src/platform/principal.ts";
import { createTestClock } from "./clock.ts";

export const publicUrl = "http://veche.test";
export const siteOrigin = "https://shop.test";
/** What a browser sends with every request of our own page, beside the cookie. */
export const ownPage = {
  origin: publicUrl,
  cookie: "veche_session=anna",
} as const;

export const anna: UserPrincipal = {
  kind: "user",
  id: "0190a000-0000-7000-8000-00000000000a" as UserId,
  name: "Anna",
  roles: ["employee"],
  language: "en",
  sessionId: "0190a000-0000-7000-8000-0000000000a5" as SessionId,
  device: "desktop_browser",
};
export const carl: CustomerPrincipal = {
  kind: "customer",
  id: "0190a000-0000-7000-8000-00000000000c" as CustomerId,
  name: "Carl",
  language: "en",
  siteId: "0190a000-0000-7000-8000-0000000000c5" as SiteId,
};

/** The edge with Anna signed in by the cookie `anna` and Carl holding the visitor token `carl`. */
export function createTestHttp(
  options: Partial<HttpOptions> = {},
): Promise<Http> {
  return createHttp({
    log: createLog({ level: "silent", isPretty: false }),
    clock: createTestClock(),
    ids: systemIds,
    routes: [],
    authenticate: {
      session: async (token) => (token === "anna" ? anna : undefined),
      bearer: async (token) => (token === "carl" ? carl : undefined),
    },
    origins: createOriginPolicy({
      publicUrl: options.publicUrl ?? publicUrl,
      isSiteOrigin: async (origin) => origin === siteOrigin,
    }),
    cookie: createSessionCookie(options.publicUrl ?? publicUrl),
    publicUrl,
    trustedProxies: [],
    folders: { web: "/nowhere", widget: "/nowhere" },
    version: "0.0.0",
    parts: async () => ({ database: "up", turn: "off", mediaServer: "off" }),
    metrics: createMetrics(),
    ...options,
  });
}
