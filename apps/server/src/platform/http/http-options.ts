import type { Readiness } from "@veche/contracts";
import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Log } from "../log.ts";
import type {
  CustomerPrincipal,
  GuestPrincipal,
  SignedInUser,
} from "../principal.ts";
import type { Rate } from "../rate-limiter.ts";
import type { ByteRoute, OpenByteRoute } from "./byte-route.ts";
import type { FileRoute } from "./file-route.ts";
import type { AuthenticateKeys } from "./authenticate-keys.ts";
import type { LetterPage } from "./letter-pages.ts";
import type { Metrics } from "./metrics.ts";
import type { OriginPolicy } from "./origin-policy.ts";
import type { MountProtocolsDeps } from "./protocol-route.ts";
import type { Route } from "./route.ts";
import type { SessionCookie } from "./session-cookie.ts";

/** Turns credentials into principals; undefined when they are not (or no longer) good. */
export interface Authenticate {
  /** Who a cookie's token names, coming from this address. */
  session(token: string, address: string): Promise<SignedInUser | undefined>;
  bearer(
    token: string,
  ): Promise<CustomerPrincipal | GuestPrincipal | undefined>;
}

export interface HttpLimits {
  readonly perAddress: Rate;
  readonly perPrincipal: Rate;
}

/** An office behind one address shares `perAddress`, hence its height. */
export const defaultHttpLimits: HttpLimits = {
  perAddress: { perSecond: 100, burst: 600 },
  perPrincipal: { perSecond: 20, burst: 120 },
};

/** A page of pictures asks for all of them at once. */
export const byteLimits: HttpLimits = {
  perAddress: { perSecond: 500, burst: 3_000 },
  perPrincipal: { perSecond: 100, burst: 600 },
};

export interface HttpOptions {
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly routes: readonly Route[];
  /** Stored pictures and the like, answered as bytes; not part of the REST contract. */
  readonly fileRoutes?: readonly FileRoute[];
  readonly letterPages?: readonly LetterPage[];
  /** Uploads and downloads. */
  readonly byteRoutes?: readonly (ByteRoute | OpenByteRoute)[];
  /** Protocols that others wrote; their bodies are JSON of these types. */
  readonly protocols?: Pick<MountProtocolsDeps, "routes" | "contentTypes">;
  readonly authenticate: Authenticate;
  /** For applications; without it their endpoints refuse everybody. */
  readonly authenticateKeys?: AuthenticateKeys;
  readonly origins: OriginPolicy;
  readonly cookie: SessionCookie;
  /** The address people open, without a path: `https://veche.example.com`. */
  readonly publicUrl: string;
  /** Addresses or networks whose `X-Forwarded-*` are believed; everyone else's are ignored. */
  readonly trustedProxies: readonly string[];
  /** Pages of which origins may hold an application's frame; undefined when there is no such application. */
  readonly frameAncestors?: (
    applicationKey: string,
  ) => Promise<readonly string[] | undefined>;
  /** Folders with the built parts; a part whose folder is missing is not served. */
  readonly folders: { readonly web: string; readonly widget: string };
  readonly version: string;
  /** What works now, for `/readyz`; the drain state is added here. */
  readonly parts: () => Promise<Omit<Readiness["parts"], "drain">>;
  readonly metrics: Metrics;
  /** Who shows it may collect the numbers from elsewhere. */
  readonly metricsToken?: string | null;
  readonly limits?: HttpLimits;
  /** Widens all rates, for measurements; 1 unless given. */
  readonly rateFactor?: number;
}
