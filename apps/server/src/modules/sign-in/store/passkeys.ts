import { sql, type Insertable, type Selectable } from "kysely";
import type { PasskeyId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { SignInTables } from "./tables.ts";

export type PasskeyRow = Selectable<SignInTables["passkeys"]>;

export function listPasskeys(
  db: Db<SignInTables>,
  userId: UserId,
): Promise<PasskeyRow[]> {
  return db
    .selectFrom("passkeys")
    .selectAll()
    .where("userId", "=", userId)
    .orderBy("createdAt")
    .execute();
}

export function findPasskey(
  db: Db<SignInTables>,
  credentialId: string,
): Promise<PasskeyRow | undefined> {
  return db
    .selectFrom("passkeys")
    .selectAll()
    .where("credentialId", "=", credentialId)
    .executeTakeFirst();
}

export async function hasPasskeys(db: Db<SignInTables>): Promise<boolean> {
  const row = await db
    .selectFrom("passkeys")
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Undefined when this key is somebody's already. */
export function insertPasskey(
  tx: Tx<SignInTables>,
  {
    transports,
    ...key
  }: Omit<Insertable<SignInTables["passkeys"]>, "transports" | "lastUsedAt"> & {
    readonly transports: readonly string[];
  },
): Promise<PasskeyRow | undefined> {
  return tx
    .insertInto("passkeys")
    .values({
      ...key,
      transports: JSON.stringify(transports),
      lastUsedAt: null,
    })
    .onConflict((conflict) => conflict.column("credentialId").doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function notePasskeyUse(
  tx: Tx<SignInTables>,
  id: PasskeyId,
  counter: number,
): Promise<void> {
  await tx
    .updateTable("passkeys")
    .set({ counter, lastUsedAt: sql<Date>`now()` })
    .where("id", "=", id)
    .execute();
}

export async function deletePasskeys(
  tx: Tx<SignInTables>,
  userId: UserId,
  only?: PasskeyId,
): Promise<number> {
  let query = tx.deleteFrom("passkeys").where("userId", "=", userId);
  if (only !== undefined) query = query.where("id", "=", only);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}
