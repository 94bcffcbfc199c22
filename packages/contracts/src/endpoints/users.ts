import { Type } from "typebox";
import { UserIdSchema } from "../ids.ts";
import { Login, Password, RoleSchema, User } from "../principals.ts";
import { closed, DisplayName, LanguageSchema } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Users";
const roles = Type.Array(RoleSchema, { minItems: 1, uniqueItems: true });

export const userEndpoints = {
  listUsers: endpoint({
    method: "GET",
    path: "/api/v1/users",
    tag,
    summary: "All users, by name",
    access: { kind: "user" },
    status: 200,
    response: closed({ users: Type.Array(User) }),
    errors: [],
  }),
  createUser: endpoint({
    method: "POST",
    path: "/api/v1/users",
    tag,
    summary: "Create a user",
    access: { kind: "user", anyOf: ["admin"] },
    body: closed({
      login: Login,
      name: DisplayName,
      password: Password,
      roles,
      language: LanguageSchema,
    }),
    status: 201,
    response: User,
    errors: ["user.login_taken", "auth.weak_password"],
  }),
  updateUser: endpoint({
    method: "PATCH",
    path: "/api/v1/users/:userId",
    tag,
    summary:
      "Change name, roles, password, or disable; disabling ends all sessions and sockets",
    access: { kind: "user", anyOf: ["admin"] },
    params: closed({ userId: UserIdSchema }),
    body: closed({
      name: Type.Optional(DisplayName),
      roles: Type.Optional(roles),
      password: Type.Optional(Password),
      isDisabled: Type.Optional(Type.Boolean()),
    }),
    status: 200,
    response: User,
    errors: ["request.not_found", "auth.last_admin", "auth.weak_password"],
  }),
} as const;
