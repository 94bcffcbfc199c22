import type { ClientId, Folder, FolderId, PrincipalId } from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";

export async function foldersOf(
  runner: StatementRunner,
  ownerId: PrincipalId,
): Promise<readonly Folder[]> {
  const [folders = []] = await foldersOfEach(runner, [ownerId]);
  return folders;
}

/** The same for many at once, in their order. */
export async function foldersOfEach(
  runner: StatementRunner,
  ownerIds: readonly PrincipalId[],
): Promise<readonly (readonly Folder[])[]> {
  const rows = await rowsOf<Folder & { readonly ownerId: PrincipalId }>(
    runner,
    `SELECT owner_id AS "ownerId", id, name FROM folders WHERE owner_id = ANY($1::uuid[]) ORDER BY rank, id`,
    [ownerIds],
  );
  const own = Map.groupBy(rows, ({ ownerId }) => ownerId);
  return ownerIds.map((ownerId) =>
    (own.get(ownerId) ?? []).map(({ id, name }) => ({ id, name })),
  );
}

export interface NewFolder {
  readonly id: FolderId;
  readonly ownerId: PrincipalId;
  readonly clientId: ClientId;
  readonly name: string;
}

/** Puts a folder at the end; answers with the one that was made under this client id, then or now. */
export async function insertFolder(
  unit: LentUnit,
  { id, ownerId, clientId, name }: NewFolder,
): Promise<FolderId | undefined> {
  const [row] = await rowsOf<{ id: FolderId }>(
    unit.tx,
    `INSERT INTO folders (id, owner_id, client_id, name, rank)
     SELECT $1, $2, $3, $4, coalesce(max(rank) + 1, 0) FROM folders WHERE owner_id = $2
     ON CONFLICT (owner_id, client_id) DO UPDATE SET name = folders.name
     RETURNING id`,
    [id, ownerId, clientId, name],
  );
  return row?.id;
}

interface OwnFolder {
  readonly folderId: FolderId;
  readonly ownerId: PrincipalId;
}

/** False when the owner has no such folder. */
export async function renameFolder(
  unit: LentUnit,
  { folderId, ownerId, name }: OwnFolder & { readonly name: string },
): Promise<boolean> {
  const rows = await rowsOf(
    unit.tx,
    `UPDATE folders SET name = $3 WHERE id = $1 AND owner_id = $2 RETURNING id`,
    [folderId, ownerId, name],
  );
  return rows.length > 0;
}

/** Takes a folder away and everything out of it. */
export async function deleteFolder(
  unit: LentUnit,
  { folderId, ownerId }: OwnFolder,
): Promise<void> {
  await sendOff(unit, `DELETE FROM folders WHERE id = $1 AND owner_id = $2`, [
    folderId,
    ownerId,
  ]);
  await sendOff(
    unit,
    `UPDATE members SET folder_ids = array_remove(folder_ids, $1::uuid)
     WHERE principal_id = $2 AND folder_ids @> ARRAY[$1::uuid]`,
    [folderId, ownerId],
  );
}

/** The named ones first, in this order; the others behind them in theirs. */
export async function orderFolders(
  unit: LentUnit,
  ownerId: PrincipalId,
  folderIds: readonly FolderId[],
): Promise<void> {
  await sendOff(
    unit,
    `UPDATE folders f SET rank = o.rank FROM (
       SELECT id, row_number() OVER (
         ORDER BY array_position($2::uuid[], id) NULLS LAST, rank, id) AS rank
       FROM folders WHERE owner_id = $1) AS o
     WHERE f.id = o.id`,
    [ownerId, folderIds],
  );
}
