import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  type ClientAuth,
  type Configuration,
  type CustomFetch,
} from "openid-client";
import type { GuardedAsk } from "../../../platform/guarded-fetch/guarded-ask.ts";

/** What a provider knows us by. */
export interface OidcClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
}

const bodyOf = (
  body: Parameters<CustomFetch>[1]["body"],
): Buffer | undefined => {
  if (body === undefined || body === null) return undefined;
  if (typeof body === "string") return Buffer.from(body);
  if (body instanceof URLSearchParams) return Buffer.from(body.toString());
  throw new Error("the protocol sends forms only");
};

/** The library's way out of the house is the guarded one. */
const fetchBy =
  (outside: GuardedAsk): CustomFetch =>
  async (url, { method, headers, body }) => {
    const answer = await outside({ method, url, headers, body: bodyOf(body) });
    const isEmpty = answer.status === 204 || answer.status === 304;
    return new Response(isEmpty ? null : Uint8Array.from(answer.bytes), {
      status: answer.status,
      headers: answer.headers,
    });
  };

/** By the way that the provider says it takes; the standard's own way where it says nothing. */
const authBy = (secret: string | undefined): ClientAuth => {
  if (secret === undefined) return None();
  const basic = ClientSecretBasic(secret);
  const post = ClientSecretPost(secret);
  return (server, ...rest) => {
    const known = server.token_endpoint_auth_methods_supported ?? [
      "client_secret_basic",
    ];
    const auth = known.includes("client_secret_basic") ? basic : post;
    auth(server, ...rest);
  };
};

/**
 * Reads what the provider tells of itself; its tokens are taken with a good signature only. Rejects as the library
 * does, with `NoAnswerError` among the causes where nobody answered.
 */
export const openProvider = (
  outside: GuardedAsk,
  { issuer, clientId, clientSecret }: OidcClient,
): Promise<Configuration> =>
  discovery(new URL(issuer), clientId, undefined, authBy(clientSecret), {
    [customFetch]: fetchBy(outside),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the guarded client refuses http, but for inner hosts that an administrator named
    execute: [allowInsecureRequests, enableNonRepudiationChecks],
  });
