import { Type } from "typebox";
import { LdapDirectoryIdSchema } from "../ids.ts";
import {
  DirectoryTest,
  LdapDirectory,
  LdapDirectoryDraft,
} from "../ldap-sign-in.ts";
import { Login } from "../principals.ts";
import { closed, nullable } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Sign-in";
const admin = { kind: "user", anyOf: ["admin"] } as const;
const params = closed({ directoryId: LdapDirectoryIdSchema });

/** Directories of the company that take people's passwords (B18). */
export const ldapSignInEndpoints = {
  listLdapDirectories: endpoint({
    method: "GET",
    path: "/api/v1/sign-in/directories",
    tag,
    summary: "Directories of the company that people's passwords are shown to",
    access: admin,
    status: 200,
    response: closed({ items: Type.Array(LdapDirectory) }),
    errors: [],
  }),
  createLdapDirectory: endpoint({
    method: "POST",
    path: "/api/v1/sign-in/directories",
    tag,
    summary: "Let people sign in with their password of a directory",
    access: admin,
    body: LdapDirectoryDraft,
    status: 201,
    response: LdapDirectory,
    errors: [],
  }),
  updateLdapDirectory: endpoint({
    method: "PUT",
    path: "/api/v1/sign-in/directories/:directoryId",
    tag,
    summary: "Change a directory",
    access: admin,
    params,
    body: LdapDirectoryDraft,
    status: 200,
    response: LdapDirectory,
    errors: ["request.not_found"],
  }),
  deleteLdapDirectory: endpoint({
    method: "DELETE",
    path: "/api/v1/sign-in/directories/:directoryId",
    tag,
    summary: "No password is shown to this directory any more",
    access: admin,
    params,
    status: 204,
    response: Type.Null(),
    errors: ["request.not_found"],
  }),
  testLdapDirectory: endpoint({
    method: "POST",
    path: "/api/v1/sign-in/directories/:directoryId/test",
    tag,
    summary:
      "What keeps people from signing in with their password of this directory",
    access: admin,
    params,
    body: closed({ login: nullable(Login) }),
    status: 200,
    response: DirectoryTest,
    errors: ["request.not_found"],
  }),
} as const;
