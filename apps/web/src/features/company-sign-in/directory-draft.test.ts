import { describe, expect, it } from "vitest";
import type { LdapDirectory, LdapDirectoryId } from "@veche/contracts";
import { draftOf, fieldsOf, kinds, problemsIn } from "./directory-draft.ts";

const directory: LdapDirectory = {
  id: "1" as LdapDirectoryId,
  name: "Office",
  url: "ldaps://dc.test",
  startsTls: false,
  bindDn: "cn=veche",
  base: "dc=test",
  userFilter: "(uid={login})",
  attributes: { id: "entryUUID", login: "uid", name: "cn", email: "mail" },
  groupsAttribute: "memberOf",
  givesRoles: true,
  roleRules: [{ value: "Desk", role: "operator" }],
  matches: "login",
  createsPeople: true,
  isOff: true,
  createdAt: "2026-01-01T00:00:00.000Z",
};

describe("the form of a directory", () => {
  it("what was not touched stays as it was, the password too", () => {
    const { id: _, createdAt: __, ...fields } = directory;
    expect(fieldsOf(draftOf(directory), directory)).toEqual({
      ...fields,
      bindPassword: null,
    });
    expect(problemsIn(directory)(draftOf(directory))).toEqual({});
  });

  it("another server wants the password again", () => {
    const draft = { ...draftOf(directory), url: "ldaps://other.test" };
    expect(problemsIn(directory)(draft)).toEqual({
      bindPassword: "directory.passwordNeeded",
    });
  });

  it("says which fields are missing or wrong", () => {
    const draft = {
      ...draftOf(undefined),
      ...{ url: "https://dc.test", userFilter: "uid=*" },
    };
    expect(problemsIn(undefined)(draft)).toEqual({
      name: "company.needed",
      bindDn: "company.needed",
      base: "company.needed",
      url: "directory.urlInvalid",
      userFilter: "directory.filterInvalid",
      bindPassword: "directory.passwordNeeded",
    });
  });

  it("the usual kinds fill filter and attributes in", () => {
    for (const kind of Object.values(kinds))
      expect({ ...draftOf(undefined), ...kind }).toMatchObject(kind);
  });
});
