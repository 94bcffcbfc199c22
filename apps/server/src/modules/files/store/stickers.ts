import type {
  FileId,
  PrincipalId,
  StickerId,
  StickerReference,
  StickerSet,
  StickerSetId,
  UserId,
} from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";

/** A set as $1 sees it. */
const setColumns = `
  s.id, s.title, s.owner_id = $1 AS "isMine", s.is_shared AS "isShared", l.user_id IS NOT NULL AS "isUsed",
  coalesce((SELECT json_agg(json_build_object('stickerId', k.id, 'fileId', k.file_id, 'emoji', k.emoji)
              ORDER BY k.rank, k.id)
            FROM stickers k WHERE k.set_id = s.id), '[]') AS stickers`;
const setsWithList = `sticker_sets s LEFT JOIN sticker_lists l ON l.set_id = s.id AND l.user_id = $1`;

/** In their order. Sets that are shared no more have left every list but their maker's. */
export const listedSets = (
  runner: StatementRunner,
  userId: UserId,
): Promise<readonly StickerSet[]> =>
  rowsOf<StickerSet>(
    runner,
    `SELECT ${setColumns} FROM ${setsWithList}
     WHERE l.user_id IS NOT NULL ORDER BY l.rank, s.id`,
    [userId],
  );

export const sharedSets = (
  runner: StatementRunner,
  userId: UserId,
  text: string,
): Promise<readonly StickerSet[]> =>
  rowsOf<StickerSet>(
    runner,
    `SELECT ${setColumns} FROM ${setsWithList}
     WHERE s.is_shared AND strpos(lower(s.title), lower($2)) > 0 ORDER BY s.title, s.id LIMIT 100`,
    [userId, text],
  );

export async function oneSet(
  runner: StatementRunner,
  userId: UserId,
  setId: StickerSetId,
): Promise<StickerSet | undefined> {
  const [found] = await rowsOf<StickerSet>(
    runner,
    `SELECT ${setColumns} FROM ${setsWithList} WHERE s.id = $2`,
    [userId, setId],
  );
  return found;
}

/** Holds a set of this owner until the commit. False when there is none. */
export async function holdOwnSet(
  unit: LentUnit,
  userId: UserId,
  setId: StickerSetId,
): Promise<boolean> {
  const rows = await rowsOf(
    unit.tx,
    `SELECT 1 FROM sticker_sets WHERE id = $1 AND owner_id = $2 FOR UPDATE`,
    [setId, userId],
  );
  return rows.length > 0;
}

export async function insertSet(
  unit: LentUnit,
  set: {
    readonly id: StickerSetId;
    readonly ownerId: UserId;
    readonly title: string;
    readonly createdAt: Date;
  },
): Promise<void> {
  await sendOff(
    unit,
    `WITH made AS (
       INSERT INTO sticker_sets (id, owner_id, title, created_at) VALUES ($1, $2, $3, $4) RETURNING id)
     INSERT INTO sticker_lists (user_id, set_id, rank)
     SELECT $2, id, coalesce((SELECT min(rank) FROM sticker_lists WHERE user_id = $2), 0) - 1 FROM made`,
    [set.id, set.ownerId, set.title, set.createdAt.toISOString()],
  );
}

export async function updateSet(
  unit: LentUnit,
  setId: StickerSetId,
  changes: {
    readonly title?: string | undefined;
    readonly isShared?: boolean | undefined;
  },
): Promise<void> {
  await sendOff(
    unit,
    `UPDATE sticker_sets SET title = coalesce($2, title), is_shared = coalesce($3, is_shared) WHERE id = $1`,
    [setId, changes.title ?? null, changes.isShared ?? null],
  );
  if (changes.isShared !== false) return;
  await sendOff(
    unit,
    `DELETE FROM sticker_lists l USING sticker_sets s
     WHERE l.set_id = $1 AND s.id = $1 AND l.user_id <> s.owner_id`,
    [setId],
  );
}

export async function orderStickers(
  unit: LentUnit,
  setId: StickerSetId,
  ids: readonly StickerId[],
): Promise<void> {
  await sendOff(
    unit,
    `UPDATE stickers k SET rank = i.rank
     FROM unnest($2::uuid[]) WITH ORDINALITY AS i (id, rank) WHERE k.id = i.id AND k.set_id = $1`,
    [setId, [...ids]],
  );
}

export async function insertSticker(
  unit: LentUnit,
  setId: StickerSetId,
  { stickerId, fileId, emoji }: StickerReference,
): Promise<void> {
  await sendOff(
    unit,
    `WITH used AS (UPDATE files SET use = 'sticker', due_at = NULL WHERE id = $3)
     INSERT INTO stickers (id, set_id, file_id, emoji, rank)
     SELECT $1, $2, $3, $4, coalesce((SELECT max(rank) FROM stickers WHERE set_id = $2), 0) + 1`,
    [stickerId, setId, fileId, emoji],
  );
}

/** Takes stickers out of a set (all without `only`); answers with their files, which live on in what was sent. */
export async function deleteStickers(
  unit: LentUnit,
  setId: StickerSetId,
  only: StickerId | null,
): Promise<readonly { readonly fileId: FileId }[]> {
  const gone = await rowsOf<{ fileId: FileId }>(
    unit.tx,
    `DELETE FROM stickers WHERE set_id = $1 AND ($2::uuid IS NULL OR id = $2) RETURNING file_id AS "fileId"`,
    [setId, only],
  );
  await sendOff(
    unit,
    `UPDATE files SET use = 'message' WHERE id = ANY($1::uuid[])`,
    [gone.map(({ fileId }) => fileId)],
  );
  return gone;
}

export async function deleteSet(
  unit: LentUnit,
  setId: StickerSetId,
): Promise<void> {
  await sendOff(unit, `DELETE FROM sticker_sets WHERE id = $1`, [setId]);
}

/** Makes these sets the list, in this order. Answers with how many of them the user may have. */
export async function writeList(
  unit: LentUnit,
  userId: UserId,
  setIds: readonly StickerSetId[],
): Promise<number> {
  await sendOff(unit, `DELETE FROM sticker_lists WHERE user_id = $1`, [userId]);
  const rows = await rowsOf(
    unit.tx,
    `INSERT INTO sticker_lists (user_id, set_id, rank)
     SELECT $1, s.id, i.rank FROM unnest($2::uuid[]) WITH ORDINALITY AS i (id, rank)
     JOIN sticker_sets s ON s.id = i.id AND (s.is_shared OR s.owner_id = $1) RETURNING 1`,
    [userId, [...setIds]],
  );
  return rows.length;
}

/** Stickers that their senders may send: of their own sets and of shared ones. By the sender's place in the list. */
export async function findSendable(
  runner: StatementRunner,
  wishes: readonly {
    readonly senderId: PrincipalId;
    readonly stickerId: StickerId;
  }[],
): Promise<ReadonlyMap<number, StickerReference>> {
  if (wishes.length === 0) return new Map();
  const rows = await rowsOf<StickerReference & { readonly n: number }>(
    runner,
    `SELECT i.n::integer, k.id AS "stickerId", k.file_id AS "fileId", k.emoji
     FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS i (sender, sticker, n)
     JOIN stickers k ON k.id = i.sticker
     JOIN sticker_sets s ON s.id = k.set_id AND (s.is_shared OR s.owner_id = i.sender)`,
    [
      wishes.map(({ senderId }) => senderId),
      wishes.map(({ stickerId }) => stickerId),
    ],
  );
  return new Map(rows.map(({ n, ...sticker }) => [n - 1, sticker]));
}
