import { sql } from "kysely";
import type { PrincipalId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { FilesTables } from "./tables.ts";

/**
 * Takes room for a file. False when there is not enough: the condition stands in the update itself, so that uploads
 * begun at the same moment can't both take the last of it.
 */
export async function takeRoom(
  tx: Tx<FilesTables>,
  ownerId: PrincipalId,
  {
    bytes,
    quotaBytes,
  }: { readonly bytes: number; readonly quotaBytes: number },
): Promise<boolean> {
  await tx
    .insertInto("fileOwners")
    .values({ ownerId, usedBytes: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { numUpdatedRows } = await tx
    .updateTable("fileOwners")
    .set({ usedBytes: sql<number>`used_bytes + ${bytes}` })
    .where("ownerId", "=", ownerId)
    .where(sql<boolean>`used_bytes + ${bytes} <= ${quotaBytes}`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function giveRoomBack(
  tx: Tx<FilesTables>,
  ownerId: PrincipalId,
  bytes: number,
): Promise<void> {
  await tx
    .updateTable("fileOwners")
    .set({ usedBytes: sql<number>`used_bytes - ${bytes}` })
    .where("ownerId", "=", ownerId)
    .execute();
}

export async function usedBytes(
  db: Db<FilesTables>,
  ownerId: PrincipalId,
): Promise<number> {
  const row = await db
    .selectFrom("fileOwners")
    .select("usedBytes")
    .where("ownerId", "=", ownerId)
    .executeTakeFirst();
  return row?.usedBytes ?? 0;
}
