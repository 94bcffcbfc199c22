import type {
  AccountMatch,
  OidcProvider,
  OidcProviderDraft,
  RoleRule,
} from "@veche/contracts";

/** What the form of a provider holds. */
export interface ProviderDraft {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Empty: the one that is kept. */
  readonly clientSecret: string;
  readonly scopes: string;
  readonly login: string;
  readonly personName: string;
  readonly email: string;
  readonly hasRoles: boolean;
  readonly rolesClaim: string;
  readonly roleRules: readonly RoleRule[];
  readonly matches: AccountMatch;
  readonly createsPeople: boolean;
  readonly endsCompanySession: boolean;
}

export const draftOf = (provider: OidcProvider | undefined): ProviderDraft => ({
  name: provider?.name ?? "",
  issuer: provider?.issuer ?? "",
  clientId: provider?.clientId ?? "",
  clientSecret: "",
  scopes: provider?.scopes ?? "openid profile email",
  login: provider?.claims.login ?? "preferred_username",
  personName: provider?.claims.name ?? "name",
  email: provider?.claims.email ?? "email",
  hasRoles: provider !== undefined && provider.rolesClaim !== null,
  rolesClaim: provider?.rolesClaim ?? "groups",
  roleRules: provider?.roleRules ?? [],
  matches: provider?.matches ?? "nothing",
  createsPeople: provider?.createsPeople ?? false,
  endsCompanySession: provider?.endsCompanySession ?? false,
});

type Problem =
  | "company.needed"
  | "company.issuerInvalid"
  | "company.openidNeeded"
  | "company.secretNeeded";
export type ProviderProblems = Partial<Record<keyof ProviderDraft, Problem>>;

const needed = [
  "name",
  "clientId",
  "login",
  "personName",
  "email",
  "rolesClaim",
] as const;

/** A secret goes to the issuer it was given for: another one wants its own. */
export const problemsIn =
  (provider: OidcProvider | undefined) =>
  (draft: ProviderDraft): ProviderProblems => {
    const protocol = URL.parse(draft.issuer.trim())?.protocol ?? "";
    const isMoved =
      provider?.hasSecret === true && provider.issuer !== draft.issuer.trim();
    const empty = needed.filter((field) => draft[field].trim() === "");
    return {
      ...Object.fromEntries(
        empty.map((field) => [field, "company.needed" as const]),
      ),
      ...(!["https:", "http:"].includes(protocol) && {
        issuer: "company.issuerInvalid" as const,
      }),
      ...(!draft.scopes.split(/\s+/).includes("openid") && {
        scopes: "company.openidNeeded" as const,
      }),
      ...(isMoved &&
        draft.clientSecret === "" && {
          clientSecret: "company.secretNeeded" as const,
        }),
    };
  };

/** As the contract wants it. */
export const fieldsOf = (
  draft: ProviderDraft,
  { isOff }: Pick<OidcProvider, "isOff">,
): OidcProviderDraft => ({
  name: draft.name.trim(),
  issuer: draft.issuer.trim(),
  clientId: draft.clientId.trim(),
  clientSecret: draft.clientSecret === "" ? null : draft.clientSecret,
  scopes: draft.scopes.trim(),
  claims: {
    login: draft.login.trim(),
    name: draft.personName.trim(),
    email: draft.email.trim(),
  },
  rolesClaim: draft.hasRoles ? draft.rolesClaim.trim() : null,
  roleRules: draft.roleRules
    .map(({ value, role }) => ({ value: value.trim(), role }))
    .filter(({ value }) => value !== ""),
  matches: draft.matches,
  createsPeople: draft.createsPeople,
  endsCompanySession: draft.endsCompanySession,
  isOff,
});
