import type { FastifyRequest } from "fastify";
import type { Access, Endpoint } from "@veche/contracts";
import { AppError } from "../app-error.ts";
import type { Principal } from "../principal.ts";
import { deviceClassOf } from "./device-class.ts";
import {
  createRateLimiter,
  times,
  type Rate,
  type RateLimiter,
} from "../rate-limiter.ts";
import type { HttpOptions } from "./http-options.ts";
import { defaultHttpLimits } from "./http-options.ts";

/** What the guard needs to know of an address. */
export interface Guarded {
  readonly method: Endpoint["method"] | "HEAD";
  readonly access: Access;
  readonly tag?: string;
}

/** Establishes who asks and whether this endpoint is open to them; throws the refusal. */
export type Guard = (
  endpoint: Guarded,
  request: FastifyRequest,
) => Promise<Principal | undefined>;

type GuardOptions = Pick<
  HttpOptions,
  "authenticate" | "cookie" | "origins" | "clock" | "limits" | "rateFactor"
>;

/** Endpoints that pages of other sites may call with a bearer token: the widget's. */
export function isOpenToSites({ tag, access }: Guarded): boolean {
  return (
    tag === "Widget" ||
    access.kind === "principal" ||
    access.kind === "customer"
  );
}

export function createGuard(options: GuardOptions): Guard {
  const { authenticate, cookie, clock, limits = defaultHttpLimits } = options;
  const limiter = (rate: Rate) =>
    createRateLimiter({ clock, rate: times(rate, options.rateFactor ?? 1) });
  const byAddress = limiter(limits.perAddress);
  const byPrincipal = limiter(limits.perPrincipal);

  return async (endpoint, request) => {
    spend(byAddress, request.ip);
    const credentials = {
      bearer: bearerOf(request.headers.authorization),
      session: cookie.read(request.headers.cookie),
    };
    if (changesState(endpoint) && credentials.bearer === undefined) {
      requireOwnPage(endpoint, request, options);
    }
    const principal = await identify(request, credentials, authenticate);
    if (principal !== undefined) spend(byPrincipal, principal.id);
    requireAccess(endpoint.access, principal, credentials.session);
    return principal;
  };
}

function spend(limiter: RateLimiter, key: string): void {
  const retryAfterMs = limiter.take(key);
  if (retryAfterMs > 0) {
    throw new AppError("request.rate_limited", { retryAfterMs });
  }
}

function bearerOf(header: string | undefined): string | undefined {
  return header?.startsWith("Bearer ") ? header.slice(7) : undefined;
}

interface Credentials {
  readonly bearer: string | undefined;
  readonly session: string | undefined;
}

/** A token that was shown on purpose counts before a cookie that travels by itself. */
async function identify(
  { raw, ip }: FastifyRequest,
  { bearer, session }: Credentials,
  authenticate: HttpOptions["authenticate"],
): Promise<Principal | undefined> {
  if (bearer !== undefined) return authenticate.bearer(bearer);
  if (session === undefined) return undefined;
  const user = await authenticate.session(session, ip);
  return user && { ...user, device: deviceClassOf(raw) };
}

const changesState = ({ method }: Guarded): boolean =>
  method !== "GET" && method !== "HEAD";

/**
 * Cross-site request forgery: a browser always names the page's origin on a state-changing request, or says by
 * `Sec-Fetch-Site` that it is the same. A request with our cookie and neither is refused; one with neither cookie
 * nor origin does not come from a page and has nothing to forge with.
 */
function requireOwnPage(
  endpoint: Guarded,
  request: FastifyRequest,
  { cookie, origins }: GuardOptions,
): void {
  const { origin, host, cookie: cookies } = request.headers;
  if (origin !== undefined) {
    const isAllowed =
      origins.isOwn(origin, host) ||
      (isOpenToSites(endpoint) && cookie.read(cookies) === undefined);
    if (!isAllowed) throw new AppError("auth.origin_refused");
    return;
  }
  const isSamePage = request.headers["sec-fetch-site"] === "same-origin";
  if (cookie.read(cookies) !== undefined && !isSamePage) {
    throw new AppError("auth.origin_refused");
  }
}

function requireAccess(
  access: Access,
  principal: Principal | undefined,
  sessionToken: string | undefined,
): void {
  if (access.kind === "public") return;
  if (principal === undefined) {
    throw new AppError(
      sessionToken === undefined ? "auth.required" : "auth.session_ended",
    );
  }
  if (!fits(access, principal)) throw new AppError("auth.forbidden");
}

function fits(
  access: Exclude<Access, { kind: "public" }>,
  principal: Principal,
): boolean {
  switch (access.kind) {
    case "principal":
      return principal.kind !== "guest" || access.guests === true;
    // Their endpoints are kept by the guard of keys.
    case "application":
    case "embedded":
      return false;
    case "customer":
      return principal.kind === "customer";
    case "user":
      return (
        principal.kind === "user" &&
        (access.anyOf?.some((role) => principal.roles.includes(role)) ?? true)
      );
  }
}
