import type { Actor, Language, Role, User, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { oneLine } from "../../../platform/one-line.ts";
import { completeRoles } from "../domain/roles.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import {
  NO_PASSWORD,
  type PasswordHash,
} from "../../../platform/password-hash.ts";
import { insertUser, toUser } from "../store/users.ts";
import { requireGoodPassword } from "./change-password.ts";

export interface UserToCreate {
  /** Given where something points to the account before it is made. */
  readonly id?: UserId;
  readonly login: string;
  readonly name: string;
  /** Null: none yet. Nobody signs in until an administrator sets one. */
  readonly password: string | null;
  readonly roles: readonly Role[];
  readonly language: Language;
}

/** Refuses `user.login_taken`, `auth.weak_password`. */
export async function createUser(
  {
    database,
    ids,
    passwords,
  }: Pick<IdentityDeps, "database" | "ids"> & {
    readonly passwords: PasswordHash;
  },
  actor: Actor,
  { login, password, language, ...asked }: UserToCreate,
): Promise<User> {
  if (password !== null) requireGoodPassword(password, login);
  const name = requireName(asked.name);
  const passwordHash =
    password === null ? NO_PASSWORD : await passwords.make(password);
  const roles = completeRoles(asked.roles);
  return database.transact(actor, async ({ tx, happened }) => {
    const { id = ids.next<UserId>() } = asked;
    const user = { id, login, name, passwordHash, roles, language };
    const row = await insertUser(tx, user);
    if (row === undefined) throw new AppError("user.login_taken");
    happened({ type: "user.created", userId: id });
    return toUser(row);
  });
}

/** The name as it is kept; refuses one that is nothing but spaces. */
export function requireName(typed: string): string {
  const name = oneLine(typed);
  if (name !== "") return name;
  throw new AppError("request.invalid", {
    issues: [{ path: "/name", message: "must not be empty" }],
  });
}
