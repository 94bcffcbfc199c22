import type { Language, OidcProvider, Role, RoleRule } from "@veche/contracts";

export type Claims = Readonly<Record<string, unknown>>;

/** Somebody as the company's provider describes them. */
export interface CompanyPerson {
  /** The provider's own word for them: never given to another. */
  readonly subject: string;
  readonly login: string | undefined;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** The provider vouches that the address is theirs. */
  readonly isEmailVerified: boolean;
  readonly language: Language;
  /** Undefined: roles are given here. */
  readonly roles: readonly Role[] | undefined;
}

/** A claim by its name, or one inside others: `realm_access.roles`. A name with dots in it wins over a path. */
export function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let found: unknown = claims;
  for (const part of name.split(".")) {
    if (typeof found !== "object" || found === null) return undefined;
    if (!Object.hasOwn(found, part)) return undefined;
    // An object that came as JSON.
    found = (found as Claims)[part];
  }
  return found;
}

const longestName = 120;
const loginForm = /^[a-z0-9._@-]{2,64}$/;

/** A login as it may stand here. */
export const usableLogin = (login: string | undefined): string | undefined =>
  login !== undefined && loginForm.test(login) ? login : undefined;

/** One line without what nobody sees. */
export const tidied = (text: string): string =>
  text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();

function textAt(claims: Claims, name: string): string | undefined {
  const value = claimAt(claims, name);
  const line = typeof value === "string" ? tidied(value) : "";
  return line === "" ? undefined : line;
}

/** A list, or words between blanks. */
function wordsAt(claims: Claims, name: string): readonly string[] {
  const value = claimAt(claims, name);
  if (typeof value === "string") return [value, ...value.split(/\s+/)];
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is string => typeof one === "string");
}

/** The roles that follow from somebody's values. */
const rolesBy = (
  rules: readonly RoleRule[],
  values: readonly string[],
): readonly Role[] => [
  ...new Set(
    rules.filter(({ value }) => values.includes(value)).map(({ role }) => role),
  ),
];

/** Reads claims by the administrator's settings; what has no usable form is left out. */
export function personOf(
  claims: Claims & { readonly sub: string },
  {
    claims: names,
    rolesClaim,
    roleRules,
  }: Pick<OidcProvider, "claims" | "rolesClaim" | "roleRules">,
): CompanyPerson {
  const login = textAt(claims, names.login)?.toLowerCase();
  const email = textAt(claims, names.email)?.toLowerCase();
  return {
    subject: claims.sub,
    login: usableLogin(login),
    name: textAt(claims, names.name)?.slice(0, longestName).trim(),
    email: email?.includes("@") === true ? email : undefined,
    // The word stands for the standard claim alone: of another one the provider says nothing.
    isEmailVerified:
      names.email === "email" && claims["email_verified"] === true,
    language: textAt(claims, "locale")?.startsWith("en") === true ? "en" : "ru",
    roles:
      rolesClaim === null
        ? undefined
        : rolesBy(roleRules, wordsAt(claims, rolesClaim)),
  };
}
