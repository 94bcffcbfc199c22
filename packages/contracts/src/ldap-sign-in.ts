import { Type, type Static } from "typebox";
import { RoleRule } from "./company-sign-in.ts";
import { accountMatches } from "./company-sign-in-words.ts";
import { LdapDirectoryIdSchema } from "./ids.ts";
import { directoryFields, directoryProblems } from "./ldap-sign-in-words.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";

const AttributeName = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: "^[A-Za-z][A-Za-z0-9;.-]*$",
});
const Dn = Type.String({ minLength: 1, maxLength: 1000 });

const fields = {
  name: DisplayName,
  /** `ldap://` or `ldaps://`. */
  url: Type.String({ minLength: 1, maxLength: 500 }),
  /** Encrypts a line that begins in clear. */
  startsTls: Type.Boolean(),
  /** Who looks for people. */
  bindDn: Dn,
  base: Dn,
  /** RFC 4515, with `{login}` for what was typed. */
  userFilter: Type.String({ minLength: 1, maxLength: 1000 }),
  attributes: closed({
    /** Stays the same whatever a person is called: `entryUUID`, `objectGUID`. */
    id: AttributeName,
    login: AttributeName,
    name: AttributeName,
    email: AttributeName,
  }),
  /** Of a person: the groups they are in, by their full names. */
  groupsAttribute: AttributeName,
  /** Groups decide about roles by `roleRules`; otherwise roles are given here. */
  givesRoles: Type.Boolean(),
  roleRules: Type.Array(RoleRule, { maxItems: 100 }),
  matches: oneOf(accountMatches),
  createsPeople: Type.Boolean(),
  isOff: Type.Boolean(),
} as const;

/** A directory of the company (LDAP, Active Directory) that takes people's passwords. Its own password is never told. */
export const LdapDirectory = closed({
  id: LdapDirectoryIdSchema,
  ...fields,
  createdAt: Instant,
});
export type LdapDirectory = Static<typeof LdapDirectory>;

/** `bindPassword`: null keeps the one that is there. */
export const LdapDirectoryDraft = closed({
  ...fields,
  bindPassword: nullable(Type.String({ minLength: 1, maxLength: 1000 })),
});
export type LdapDirectoryDraft = Static<typeof LdapDirectoryDraft>;

export const DirectoryTest = closed({
  problems: Type.Array(
    closed({
      field: oneOf(directoryFields),
      problem: oneOf(directoryProblems),
      detail: nullable(Type.String()),
    }),
  ),
  /** Somebody who was found, by their name there; null where nobody was looked for. */
  found: nullable(Type.String()),
});
export type DirectoryTest = Static<typeof DirectoryTest>;
