import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  type Configuration,
} from "openid-client";
import type { Claims } from "../domain/company-person.ts";
import type { CompanyQuestion } from "../domain/flow.ts";

/** Where the provider may send people back to. */
export const returnAddressOf = (publicUrl: string): string =>
  new URL("/sign-in/company", publicUrl).href;

/** Where it sends them after they signed out there. */
export const leaveAddressOf = (publicUrl: string): string =>
  new URL("/", publicUrl).href;

interface Visit {
  readonly question: CompanyQuestion;
  readonly publicUrl: string;
}

/** Where the browser goes to be asked who it is. */
export async function addressOf(
  config: Configuration,
  { question: { state, nonce, codeVerifier }, publicUrl }: Visit,
  scopes: string,
): Promise<string> {
  return buildAuthorizationUrl(config, {
    redirect_uri: returnAddressOf(publicUrl),
    scope: scopes,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: "S256",
  }).href;
}

/**
 * Exchanges the code for the claims about the person. The library holds state, issuer, signature, audience, times and
 * nonce against what was asked; what the provider tells elsewhere of the same person adds to what it signed.
 */
export async function claimsFrom(
  config: Configuration,
  { question: { state, nonce, codeVerifier }, publicUrl }: Visit,
  answer: string,
): Promise<Claims & { readonly sub: string }> {
  const address = new URL(returnAddressOf(publicUrl));
  address.search = answer;
  const tokens = await authorizationCodeGrant(config, address, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: codeVerifier,
    idTokenExpected: true,
  });
  const signed = tokens.claims();
  if (signed === undefined) throw new Error("there is no identity token");
  if (config.serverMetadata().userinfo_endpoint === undefined) return signed;
  const told = await fetchUserInfo(config, tokens.access_token, signed.sub);
  return { ...told, ...signed };
}

/** Where signing out goes on; null where the provider has no such place. */
export function leavingAddress(
  config: Configuration,
  publicUrl: string,
): string | null {
  if (config.serverMetadata().end_session_endpoint === undefined) return null;
  const post_logout_redirect_uri = leaveAddressOf(publicUrl);
  return buildEndSessionUrl(config, { post_logout_redirect_uri }).href;
}
