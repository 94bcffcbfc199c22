import type { Actor, Role, User, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import { completeRoles } from "../domain/roles.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import type { PasswordHash } from "../../../platform/password-hash.ts";
import { forgiveAttempts } from "../store/sign-in-attempts.ts";
import type { IdentityTables } from "../store/tables.ts";
import {
  changeUser,
  countActiveAdministrators,
  findUser,
  lockAdministrators,
  toUser,
  type UserChange,
  type UserRow,
} from "../store/users.ts";
import { requireGoodPassword } from "./change-password.ts";
import { requireName } from "./create-user.ts";
import { endSessions } from "./end-sessions.ts";

export interface UserUpdate {
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly password?: string;
  readonly isDisabled?: boolean;
}

/**
 * Changes a user as an administrator does. Refuses `request.not_found`, `auth.last_admin`, `auth.weak_password`.
 * Disabling and a new password end all the user's sessions.
 */
export async function updateUser(
  {
    database,
    passwords,
  }: Pick<IdentityDeps, "database"> & {
    readonly passwords: PasswordHash;
  },
  actor: Actor,
  { userId, ...update }: UserUpdate & { readonly userId: UserId },
): Promise<User> {
  const known = await findUser(database.db, userId);
  if (known === undefined) throw new AppError("request.not_found");
  const { password } = update;
  if (password !== undefined) requireGoodPassword(password, known.login);
  const passwordHash =
    password === undefined ? undefined : await passwords.make(password);

  return database.transact(actor, async (unit) => {
    await lockAdministrators(unit.tx);
    const before = await findUser(unit.tx, userId);
    if (before === undefined) throw new AppError("request.not_found");
    const change = changeOf(before, update, passwordHash);
    if (Object.keys(change).length === 0) return toUser(before);
    const after = await changeUser(unit.tx, userId, change);
    if (isAdministrator(before) && !isAdministrator(after))
      await requireAdministrator(unit);
    await tellChange(unit, after, change);
    return toUser(after);
  });
}

/** Only what is really different: asking twice for the same says nothing the second time. */
function changeOf(
  before: UserRow,
  { name, roles, isDisabled }: UserUpdate,
  passwordHash: string | undefined,
): UserChange {
  const newName = name === undefined ? before.name : requireName(name);
  const newRoles = roles === undefined ? before.roles : completeRoles(roles);
  const isSameRoles = newRoles.join() === before.roles.join();
  const wasDisabled = before.disabledAt !== null;
  return {
    ...(newName === before.name ? {} : { name: newName }),
    ...(isSameRoles ? {} : { roles: newRoles }),
    ...(isDisabled === undefined || isDisabled === wasDisabled
      ? {}
      : { isDisabled }),
    ...(passwordHash === undefined ? {} : { passwordHash }),
  };
}

const isAdministrator = ({ roles, disabledAt }: UserRow): boolean =>
  disabledAt === null && roles.includes("admin");

async function requireAdministrator({
  tx,
}: UnitOfWork<IdentityTables>): Promise<void> {
  if ((await countActiveAdministrators(tx)) === 0)
    throw new AppError("auth.last_admin");
}

async function tellChange(
  unit: UnitOfWork<IdentityTables>,
  { id: userId, login }: UserRow,
  { passwordHash, isDisabled, ...rest }: UserChange,
): Promise<void> {
  const fields = [
    ...Object.keys(rest),
    ...(isDisabled === false ? ["disabledAt"] : []),
  ];
  if (fields.length > 0)
    unit.happened({ type: "user.changed", userId, fields: fields.join(" ") });
  if (rest.name !== undefined)
    unit.happened({ type: "principal.changed", principalId: userId });
  if (passwordHash !== undefined) {
    unit.happened({ type: "password.changed", userId });
    // The administrator vouches for who knows the new one: a lock earned by guesses at the old one is void.
    await forgiveAttempts(unit.tx, login);
    await endSessions(unit, userId, { reason: "password_changed" });
  }
  if (isDisabled === true) {
    unit.happened({ type: "user.disabled", userId });
    await endSessions(unit, userId, { reason: "disabled" });
  }
}
