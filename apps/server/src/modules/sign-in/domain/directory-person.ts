import type { LdapDirectory, Role } from "@veche/contracts";
import { tidied, usableLogin, type CompanyPerson } from "./company-person.ts";

/** Somebody as a directory keeps them. */
export interface DirectoryEntry {
  readonly dn: string;
  /** Stays the same whatever the person is called. */
  readonly id: string;
  readonly login: string | undefined;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** By their full names. */
  readonly groups: readonly string[];
}

/** The first part of a full name: `cn=Desk,ou=Groups,…` is `Desk`. */
const shortName = (dn: string): string =>
  /^[^=]+=(?<value>(?:\\.|[^,\\])*)/.exec(dn)?.groups?.["value"] ?? dn;

/** Roles by groups, named in full or by their first part; in whatever case, as directories have it. */
function rolesOf(
  { groups }: DirectoryEntry,
  { roleRules }: Pick<LdapDirectory, "roleRules">,
): readonly Role[] {
  const names = new Set(
    groups.flatMap((dn) => [dn.toLowerCase(), shortName(dn).toLowerCase()]),
  );
  const held = roleRules.filter(({ value }) =>
    names.has(value.trim().toLowerCase()),
  );
  return [...new Set(held.map(({ role }) => role))];
}

/** The company keeps its own directory, so an address in it is the person's. */
export function personInDirectory(
  entry: DirectoryEntry,
  directory: Pick<LdapDirectory, "givesRoles" | "roleRules">,
): CompanyPerson {
  const name = tidied(entry.name ?? "").slice(0, 120);
  return {
    subject: entry.id,
    login: usableLogin(entry.login),
    name: name === "" ? undefined : name,
    email: entry.email?.includes("@") === true ? entry.email : undefined,
    isEmailVerified: true,
    language: "ru",
    roles: directory.givesRoles ? rolesOf(entry, directory) : undefined,
  };
}
