import { Type, type Static } from "typebox";
import {
  accountMatches,
  providerFields,
  providerProblems,
} from "./company-sign-in-words.ts";
import { OidcProviderIdSchema } from "./ids.ts";
import { RoleSchema } from "./principals.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";
import { SignInAnswer, SignInTicket } from "./sign-in.ts";

/** A claim's name; one inside another after a dot: `realm_access.roles`. */
const ClaimName = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: "^[^\\s\\u0000-\\u001f]+$",
});

/** A value that the company's system gives people, and the role that follows from it here. */
export const RoleRule = closed({
  value: Type.String({ minLength: 1, maxLength: 500 }),
  role: RoleSchema,
});
export type RoleRule = Static<typeof RoleRule>;

const fields = {
  /** Stands on the button of the sign-in page. */
  name: DisplayName,
  /** As the provider calls itself; its settings are read below it. */
  issuer: Type.String({ minLength: 1, maxLength: 2000 }),
  clientId: Type.String({ minLength: 1, maxLength: 500 }),
  /** Between blanks; `openid` is among them. */
  scopes: Type.String({ minLength: 1, maxLength: 500 }),
  claims: closed({ login: ClaimName, name: ClaimName, email: ClaimName }),
  /** Null: roles are given here and no sign-in changes them. */
  rolesClaim: nullable(ClaimName),
  /** From the second on, a value may stand here again with another role. */
  roleRules: Type.Array(RoleRule, { maxItems: 100 }),
  matches: oneOf(accountMatches),
  /** Whoever has no account gets one. */
  createsPeople: Type.Boolean(),
  /** Signing out here leads to the provider's own signing out. */
  endsCompanySession: Type.Boolean(),
  isOff: Type.Boolean(),
} as const;

/** A provider of the company that says who somebody is (OpenID Connect). Its secret is never told again. */
export const OidcProvider = closed({
  id: OidcProviderIdSchema,
  ...fields,
  hasSecret: Type.Boolean(),
  createdAt: Instant,
});
export type OidcProvider = Static<typeof OidcProvider>;

/** `clientSecret`: null keeps the one that is there; a new provider has none then. */
export const OidcProviderDraft = closed({
  ...fields,
  clientSecret: nullable(Type.String({ minLength: 1, maxLength: 1000 })),
});
export type OidcProviderDraft = Static<typeof OidcProviderDraft>;

export const OidcProviderList = closed({
  items: Type.Array(OidcProvider),
  /** What the provider has to be told: where it may send people back to. */
  returnAddress: Type.String(),
  leaveAddress: Type.String(),
});
export type OidcProviderList = Static<typeof OidcProviderList>;

/** What a test found wrong; empty: people can sign in, as far as can be told without one. */
export const ProviderTest = closed({
  problems: Type.Array(
    closed({
      field: oneOf(providerFields),
      problem: oneOf(providerProblems),
      /** What was found instead: a name, an address, a status. */
      detail: nullable(Type.String()),
    }),
  ),
});
export type ProviderTest = Static<typeof ProviderTest>;

/** Where the browser goes now; the ticket stays with it until it comes back. */
export const CompanyStart = closed({
  ticket: SignInTicket,
  address: Type.String(),
});
export type CompanyStart = Static<typeof CompanyStart>;

/** `answer`: the query of the address that the provider sent the browser back to. */
export const CompanyReturn = closed({
  ticket: SignInTicket,
  answer: Type.String({ minLength: 1, maxLength: 8000 }),
});

export const CompanyEntry = closed({
  answer: SignInAnswer,
  /** Where signing out goes on at the provider; null: nowhere. */
  leaveAddress: nullable(Type.String()),
});
export type CompanyEntry = Static<typeof CompanyEntry>;
