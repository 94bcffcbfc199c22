import type {
  AccountMatch,
  LdapDirectory,
  LdapDirectoryDraft,
  RoleRule,
} from "@veche/contracts";

/** What the form of a directory holds. */
export interface DirectoryDraft {
  readonly name: string;
  readonly url: string;
  readonly startsTls: boolean;
  readonly bindDn: string;
  /** Empty: the one that is kept. */
  readonly bindPassword: string;
  readonly base: string;
  readonly userFilter: string;
  readonly id: string;
  readonly login: string;
  readonly personName: string;
  readonly email: string;
  readonly groupsAttribute: string;
  readonly hasRoles: boolean;
  readonly roleRules: readonly RoleRule[];
  readonly matches: AccountMatch;
  readonly createsPeople: boolean;
}

/** As OpenLDAP and Active Directory have it. */
export const kinds = {
  openldap: {
    userFilter: "(&(objectClass=inetOrgPerson)(uid={login}))",
    ...{ id: "entryUUID", login: "uid", personName: "cn" },
  },
  active_directory: {
    userFilter:
      "(&(objectCategory=person)(objectClass=user)(sAMAccountName={login}))",
    ...{ id: "objectGUID", login: "sAMAccountName", personName: "displayName" },
  },
} as const;

export const draftOf = (
  directory: LdapDirectory | undefined,
): DirectoryDraft => ({
  name: directory?.name ?? "",
  url: directory?.url ?? "",
  startsTls: directory?.startsTls ?? false,
  bindDn: directory?.bindDn ?? "",
  bindPassword: "",
  base: directory?.base ?? "",
  userFilter: directory?.userFilter ?? kinds.active_directory.userFilter,
  id: directory?.attributes.id ?? kinds.active_directory.id,
  login: directory?.attributes.login ?? kinds.active_directory.login,
  personName: directory?.attributes.name ?? kinds.active_directory.personName,
  email: directory?.attributes.email ?? "mail",
  groupsAttribute: directory?.groupsAttribute ?? "memberOf",
  hasRoles: directory?.givesRoles ?? false,
  roleRules: directory?.roleRules ?? [],
  matches: directory?.matches ?? "nothing",
  createsPeople: directory?.createsPeople ?? false,
});

type Problem =
  | "company.needed"
  | "directory.urlInvalid"
  | "directory.filterInvalid"
  | "directory.passwordNeeded";
export type DirectoryProblems = Partial<Record<keyof DirectoryDraft, Problem>>;

const needed = [
  ...(["name", "bindDn", "base", "id", "login"] as const),
  ...(["personName", "email", "groupsAttribute"] as const),
];

/** A password goes to the server it was given for: another one wants its own. */
export const problemsIn =
  (directory: LdapDirectory | undefined) =>
  (draft: DirectoryDraft): DirectoryProblems => {
    const protocol = URL.parse(draft.url.trim())?.protocol ?? "";
    const keepsPassword = directory?.url === draft.url.trim();
    const filter = draft.userFilter.trim();
    const empty = needed.filter((field) => draft[field].trim() === "");
    return {
      ...Object.fromEntries(
        empty.map((field) => [field, "company.needed" as const]),
      ),
      ...(!["ldap:", "ldaps:"].includes(protocol) && {
        url: "directory.urlInvalid" as const,
      }),
      ...(!(filter.startsWith("(") && filter.includes("{login}")) && {
        userFilter: "directory.filterInvalid" as const,
      }),
      ...(!keepsPassword &&
        draft.bindPassword === "" && {
          bindPassword: "directory.passwordNeeded" as const,
        }),
    };
  };

/** As the contract wants it. */
export const fieldsOf = (
  draft: DirectoryDraft,
  { isOff }: Pick<LdapDirectory, "isOff">,
): LdapDirectoryDraft => ({
  name: draft.name.trim(),
  url: draft.url.trim(),
  startsTls: draft.startsTls,
  bindDn: draft.bindDn.trim(),
  bindPassword: draft.bindPassword === "" ? null : draft.bindPassword,
  base: draft.base.trim(),
  userFilter: draft.userFilter.trim(),
  attributes: {
    id: draft.id.trim(),
    login: draft.login.trim(),
    name: draft.personName.trim(),
    email: draft.email.trim(),
  },
  groupsAttribute: draft.groupsAttribute.trim(),
  givesRoles: draft.hasRoles,
  roleRules: draft.roleRules
    .map(({ value, role }) => ({ value: value.trim(), role }))
    .filter(({ value }) => value !== ""),
  matches: draft.matches,
  createsPeople: draft.createsPeople,
  isOff,
});
