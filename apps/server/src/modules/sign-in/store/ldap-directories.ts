import type { Selectable } from "kysely";
import type { LdapDirectory, LdapDirectoryId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { SignInTables } from "./tables.ts";

export type DirectoryRow = Selectable<SignInTables["ldapDirectories"]>;

/** As administrators see it: never with the password. */
export const toDirectory = ({
  bindPassword: _,
  settings,
  createdAt,
  ...row
}: DirectoryRow): LdapDirectory => ({
  ...row,
  ...settings,
  createdAt: createdAt.toISOString(),
});

export const listDirectories = (
  db: Db<SignInTables>,
): Promise<DirectoryRow[]> =>
  db
    .selectFrom("ldapDirectories")
    .selectAll()
    .orderBy("createdAt")
    .orderBy("id")
    .execute();

export const findDirectory = (
  db: Db<SignInTables>,
  id: LdapDirectoryId,
): Promise<DirectoryRow | undefined> =>
  db
    .selectFrom("ldapDirectories")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();

export type DirectoryValues = Omit<DirectoryRow, "createdAt" | "id">;

const stored = ({ settings, ...values }: DirectoryValues) => ({
  ...values,
  settings: JSON.stringify(settings),
});

export const insertDirectory = (
  tx: Tx<SignInTables>,
  id: LdapDirectoryId,
  values: DirectoryValues,
): Promise<DirectoryRow> =>
  tx
    .insertInto("ldapDirectories")
    .values({ id, ...stored(values) })
    .returningAll()
    .executeTakeFirstOrThrow();

export const changeDirectory = (
  tx: Tx<SignInTables>,
  id: LdapDirectoryId,
  values: DirectoryValues,
): Promise<DirectoryRow> =>
  tx
    .updateTable("ldapDirectories")
    .set(stored(values))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();

export async function deleteDirectory(
  tx: Tx<SignInTables>,
  id: LdapDirectoryId,
): Promise<boolean> {
  const row = await tx
    .deleteFrom("ldapDirectories")
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
