import type { FastifyRequest } from "fastify";
import type { Access, Endpoint } from "@veche/contracts";
import { AppError } from "../app-error.ts";
import type {
  ApplicationPrincipal,
  EmbeddedUser,
  KeyHolder,
} from "../principal.ts";
import { createRateLimiter, times, type Rate } from "../rate-limiter.ts";
import { deviceClassOf } from "./device-class.ts";
import type { AuthenticateKeys, Credential } from "./authenticate-keys.ts";
import type { HttpOptions } from "./http-options.ts";

type KeyAccess = Extract<Access, { kind: "application" | "embedded" }>;

/** Endpoints that are asked with a key and never with a cookie: nothing here can be forged by a page. */
export const keyAccessOf = ({ access }: Endpoint): KeyAccess | undefined =>
  access.kind === "application" || access.kind === "embedded"
    ? access
    : undefined;

/** Establishes for whom a key speaks. */
export type KeyGuard = (
  access: KeyAccess,
  request: FastifyRequest,
) => Promise<KeyHolder>;

/** A program works faster than a person: it writes its objects a hundred at a time. */
const perHolder: Rate = { perSecond: 50, burst: 300 };
/** Guessing a secret of 256 bits is hopeless anyway; this keeps the attempt cheap for us. */
const perAddress: Rate = { perSecond: 200, burst: 1_000 };

export function createKeyGuard({
  authenticateKeys,
  clock,
  rateFactor = 1,
}: Pick<HttpOptions, "authenticateKeys" | "clock" | "rateFactor">): KeyGuard {
  const limiter = (rate: Rate) =>
    createRateLimiter({ clock, rate: times(rate, rateFactor) });
  const byAddress = limiter(perAddress);
  const byHolder = limiter(perHolder);
  const spend = (key: string, limits: typeof byAddress): void => {
    const retryAfterMs = limits.take(key);
    if (retryAfterMs > 0)
      throw new AppError("request.rate_limited", { retryAfterMs });
  };

  return async (access, request) => {
    spend(request.ip, byAddress);
    const credential = credentialOf(request.headers.authorization);
    if (credential === undefined || authenticateKeys === undefined)
      throw new AppError("auth.required");
    const found = await holderOf(access, credential, authenticateKeys);
    const holder =
      found.kind === "embedded"
        ? { ...found, device: deviceClassOf(request.raw) }
        : found;
    spend(`${holder.kind}/${holder.id}`, byHolder);
    return holder;
  };
}

function holderOf(
  access: KeyAccess,
  credential: Credential,
  authenticateKeys: AuthenticateKeys,
): Promise<ApplicationPrincipal | EmbeddedUser> {
  if (access.kind === "application")
    return authenticateKeys.application(credential);
  if (credential.kind !== "token") throw new AppError("auth.required");
  return authenticateKeys.embedded(credential.token);
}

function credentialOf(header: string | undefined): Credential | undefined {
  if (header?.startsWith("Bearer ") === true)
    return { kind: "token", token: header.slice(7) };
  if (header?.startsWith("Basic ") !== true) return undefined;
  const pair = Buffer.from(header.slice(6), "base64").toString("utf8");
  const colon = pair.indexOf(":");
  if (colon < 1) return undefined;
  return {
    kind: "secret",
    key: pair.slice(0, colon),
    secret: pair.slice(colon + 1),
  };
}
