/** By what the company's word about a person finds an account that is there already, the first time they come. */
export const accountMatches = ["nothing", "login", "verified_email"] as const;
export type AccountMatch = (typeof accountMatches)[number];

/** Which setting of a provider mends what a test found. */
export const providerFields = [
  "issuer",
  "clientId",
  "clientSecret",
  "scopes",
] as const;
export type ProviderField = (typeof providerFields)[number];

/** What a test of a provider may find. */
export const providerProblems = [
  /** An inner host that SIGN_IN_INNER_HOSTS does not name, or no address that may be asked. */
  "address_refused",
  "unreachable",
  /** It answers, but tells nothing of OpenID Connect under this address. */
  "no_discovery",
  /** It calls itself otherwise. */
  "issuer_mismatch",
  "no_code_flow",
  "keys_unreadable",
  /** Neither the client nor its secret is known there, or the secret is wrong. */
  "client_refused",
  "scope_unknown",
] as const;
export type ProviderProblem = (typeof providerProblems)[number];
