import { sql, type Selectable } from "kysely";
import type { Language, Role, User, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { IdentityTables } from "./tables.ts";

export type UserRow = Selectable<IdentityTables["users"]>;

/** A user as others see them: never with the hash. */
export function toUser(row: Omit<UserRow, "passwordHash" | "createdAt">): User {
  const { id, login, name, roles, language, disabledAt } = row;
  return {
    id,
    login,
    name,
    roles: [...roles],
    language,
    disabledAt: disabledAt?.toISOString() ?? null,
  };
}

export function findUser(
  db: Db<IdentityTables>,
  userId: UserId,
): Promise<UserRow | undefined> {
  return db
    .selectFrom("users")
    .selectAll()
    .where("id", "=", userId)
    .executeTakeFirst();
}

export function findByLogin(
  db: Db<IdentityTables>,
  login: string,
): Promise<UserRow | undefined> {
  return db
    .selectFrom("users")
    .selectAll()
    .where("login", "=", login)
    .executeTakeFirst();
}

export function findMany(
  db: Db<IdentityTables>,
  userIds: readonly UserId[],
): Promise<UserRow[]> {
  return db
    .selectFrom("users")
    .selectAll()
    .where("id", "=", sql<UserId>`any(${userIds}::uuid[])`)
    .orderBy("id")
    .execute();
}

export function listUsers(db: Db<IdentityTables>): Promise<UserRow[]> {
  return db
    .selectFrom("users")
    .selectAll()
    .orderBy("name")
    .orderBy("id")
    .execute();
}

export interface NewUser {
  readonly id: UserId;
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly language: Language;
}

/** Undefined when the login is taken: the unique key decides between two who ask at once. */
export function insertUser(
  tx: Tx<IdentityTables>,
  user: NewUser,
): Promise<UserRow | undefined> {
  return tx
    .insertInto("users")
    .values({ ...user, roles: JSON.stringify(user.roles), disabledAt: null })
    .onConflict((conflict) => conflict.column("login").doNothing())
    .returningAll()
    .executeTakeFirst();
}

export interface UserChange {
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly language?: Language;
  readonly passwordHash?: string;
  readonly isDisabled?: boolean;
}

export function changeUser(
  tx: Tx<IdentityTables>,
  userId: UserId,
  { roles, isDisabled, ...plain }: UserChange,
): Promise<UserRow> {
  return tx
    .updateTable("users")
    .set({
      ...plain,
      ...(roles === undefined ? {} : { roles: JSON.stringify(roles) }),
      ...(isDisabled === undefined
        ? {}
        : { disabledAt: isDisabled ? sql<Date>`now()` : null }),
    })
    .where("id", "=", userId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Serialises whatever may take the last administrator away: two administrators who remove each other at the same
 * moment come one after the other, and the second finds itself to be the last.
 */
export async function lockAdministrators(
  tx: Tx<IdentityTables>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('identity.administrators'))`.execute(
    tx,
  );
}

export async function countActiveAdministrators(
  tx: Tx<IdentityTables>,
): Promise<number> {
  const { count } = await tx
    .selectFrom("users")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where(sql<boolean>`roles ? 'admin'`)
    .where("disabledAt", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

export async function hasNoUsers(db: Db<IdentityTables>): Promise<boolean> {
  const row = await db
    .selectFrom("users")
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
}
