import {
  authorizationCodeGrant,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
  type Configuration,
} from "openid-client";
import type { ProviderTest } from "@veche/contracts";
import type { GuardedAsk } from "../../../platform/guarded-fetch/guarded-ask.ts";
import { returnAddressOf } from "./ask-provider.ts";
import { openProvider, type OidcClient } from "./open-provider.ts";
import { causesOf, noAnswerIn } from "./read-failure.ts";

type Problem = ProviderTest["problems"][number];

export interface TestedProvider extends OidcClient {
  readonly scopes: string;
  readonly publicUrl: string;
}

/** Everything that would keep people from signing in, as far as can be told without one. */
export async function testProvider(
  outside: GuardedAsk,
  tested: TestedProvider,
): Promise<ProviderTest> {
  let config: Configuration;
  try {
    config = await openProvider(outside, tested);
  } catch (error) {
    return { problems: [issuerProblem(error)] };
  }
  const problems = [
    ...flowProblems(config),
    ...scopeProblems(config, tested.scopes),
    ...(await keyProblems(outside, config)),
    ...(await clientProblems(config, tested.publicUrl)),
  ];
  return { problems };
}

const ofIssuer = (
  problem: Problem["problem"],
  detail: string | null = null,
): Problem => ({ field: "issuer", problem, detail });

/** The issuer that a provider names instead of the one that was asked for, as the library tells it. */
function otherIssuer(error: unknown): string | undefined {
  for (const one of causesOf(error)) {
    if (typeof one !== "object" || one === null || !("body" in one)) continue;
    const { body } = one;
    if (typeof body !== "object" || body === null || !("issuer" in body))
      continue;
    if (typeof body.issuer === "string") return body.issuer;
  }
  return undefined;
}

function issuerProblem(error: unknown): Problem {
  const silent = noAnswerIn(error);
  if (silent !== undefined)
    return ofIssuer(
      silent.reason === "address" ? "address_refused" : "unreachable",
    );
  const other = otherIssuer(error);
  return other === undefined
    ? ofIssuer("no_discovery")
    : ofIssuer("issuer_mismatch", other);
}

function flowProblems(config: Configuration): readonly Problem[] {
  const {
    authorization_endpoint: asks,
    token_endpoint: gives,
    response_types_supported: types = ["code"],
  } = config.serverMetadata();
  const isWhole = asks !== undefined && gives !== undefined;
  return isWhole && types.includes("code") ? [] : [ofIssuer("no_code_flow")];
}

function scopeProblems(
  config: Configuration,
  scopes: string,
): readonly Problem[] {
  const known = config.serverMetadata().scopes_supported;
  if (known === undefined) return [];
  return scopes
    .split(/\s+/)
    .filter((scope) => !known.includes(scope))
    .map((detail) => ({ field: "scopes", problem: "scope_unknown", detail }));
}

async function keyProblems(
  outside: GuardedAsk,
  config: Configuration,
): Promise<readonly Problem[]> {
  const { jwks_uri: url } = config.serverMetadata();
  if (url === undefined) return [ofIssuer("keys_unreadable")];
  try {
    const accept = { accept: "application/json" };
    const question = { method: "GET", url, headers: accept, body: undefined };
    const { status, bytes } = await outside(question);
    const keys: unknown = JSON.parse(bytes.toString("utf8"));
    const isSet = typeof keys === "object" && keys !== null && "keys" in keys;
    return status === 200 && isSet ? [] : [ofIssuer("keys_unreadable", url)];
  } catch {
    return [ofIssuer("keys_unreadable", url)];
  }
}

/** A code that was never given is refused as such to a client that is known, and otherwise for the client's sake. */
async function clientProblems(
  config: Configuration,
  publicUrl: string,
): Promise<readonly Problem[]> {
  try {
    const address = new URL(returnAddressOf(publicUrl));
    address.search = new URLSearchParams({
      code: "test",
      iss: config.serverMetadata().issuer,
    }).toString();
    await authorizationCodeGrant(config, address, {
      pkceCodeVerifier: "a".repeat(43),
    });
    return [];
  } catch (error) {
    const detail = clientRefusal(error);
    return detail === undefined
      ? []
      : [{ field: "clientSecret", problem: "client_refused", detail }];
  }
}

const ofClient = ["invalid_client", "unauthorized_client"];

/** By what word the provider refuses the client itself; undefined where it refuses something else. */
function clientRefusal(error: unknown): string | undefined {
  for (const one of causesOf(error)) {
    if (one instanceof WWWAuthenticateChallengeError) return "invalid_client";
    if (one instanceof ResponseBodyError)
      return one.status === 401 || ofClient.includes(one.error)
        ? one.error
        : undefined;
  }
  return undefined;
}
