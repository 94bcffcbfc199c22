import {
  MAX_STICKER_SETS,
  MAX_STICKERS_IN_SET,
  type Actor,
  type FileId,
  type StickerId,
  type StickerSet,
  type StickerSetId,
  type UserId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database, UnitOfWork } from "../../../platform/db/database.ts";
import type { Ids } from "../../../platform/ids.ts";
import {
  deleteSet,
  deleteStickers,
  holdOwnSet,
  insertSet,
  insertSticker,
  listedSets,
  oneSet,
  orderStickers,
  updateSet,
  writeList,
} from "../store/stickers.ts";
import type { FilesTables } from "../store/tables.ts";
import { letGo } from "../store/used-files.ts";
import { requireOwnPicture } from "./require-own-picture.ts";

export interface StickerPowers {
  readonly database: Database<FilesTables>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Files may be due to be removed. */
  readonly onLetGo: () => void;
}

/** Whoever changes sets. */
export interface Keeper {
  readonly userId: UserId;
  readonly actor: Actor;
}

const maxStickerBytes = 1_048_576;
const oneEmoji = /^\p{RGI_Emoji}$/v;

/** Refuses `sticker.set_full` to whoever has as many sets as there may be. */
export function createSet(
  { database, clock, ids }: StickerPowers,
  { userId, actor }: Keeper,
  title: string,
): Promise<StickerSet> {
  const id = ids.next<StickerSetId>();
  return database.transact(actor, async (unit) => {
    const present = await listedSets(unit.tx, userId);
    if (present.length >= MAX_STICKER_SETS)
      throw new AppError("sticker.set_full");
    const createdAt = clock.now();
    await insertSet(unit, { id, ownerId: userId, title, createdAt });
    return requireSet(unit, userId, id);
  });
}

/** Does something to a set of one's own and answers with what it is then. Refuses `sticker.not_found`. */
function changeOwn(
  { database }: StickerPowers,
  { userId, actor, setId }: Keeper & { readonly setId: StickerSetId },
  change: (unit: UnitOfWork<FilesTables>) => Promise<void>,
): Promise<StickerSet> {
  return database.transact(actor, async (unit) => {
    if (!(await holdOwnSet(unit, userId, setId)))
      throw new AppError("sticker.not_found");
    await change(unit);
    return requireSet(unit, userId, setId);
  });
}

async function requireSet(
  { tx }: UnitOfWork<FilesTables>,
  userId: UserId,
  setId: StickerSetId,
): Promise<StickerSet> {
  const set = await oneSet(tx, userId, setId);
  if (set === undefined) throw new AppError("sticker.not_found");
  return set;
}

type OwnSet = Keeper & { readonly setId: StickerSetId };

/** Refuses `request.conflict` when the order names other stickers than the set holds now. */
export const changeSet = (
  powers: StickerPowers,
  own: OwnSet,
  {
    stickerIds,
    ...changes
  }: {
    readonly title?: string;
    readonly isShared?: boolean;
    readonly stickerIds?: readonly StickerId[];
  },
): Promise<StickerSet> =>
  changeOwn(powers, own, async (unit) => {
    await updateSet(unit, own.setId, changes);
    if (stickerIds === undefined) return;
    const { stickers } = await requireSet(unit, own.userId, own.setId);
    const present = new Set(stickers.map(({ stickerId }) => stickerId));
    const isSame =
      present.size === stickerIds.length &&
      stickerIds.every((id) => present.has(id));
    if (!isSame) throw new AppError("request.conflict");
    await orderStickers(unit, own.setId, stickerIds);
  });

/** Refuses `sticker.set_full`, `file.too_large`, and what `requireOwnPicture` refuses. */
export const addSticker = (
  powers: StickerPowers,
  own: OwnSet,
  { fileId, emoji }: { readonly fileId: FileId; readonly emoji: string },
): Promise<StickerSet> =>
  changeOwn(powers, own, async (unit) => {
    if (!oneEmoji.test(emoji))
      throw new AppError("request.invalid", {
        issues: [{ path: "/emoji", message: "must be one emoji" }],
      });
    const { stickers } = await requireSet(unit, own.userId, own.setId);
    if (stickers.length >= MAX_STICKERS_IN_SET)
      throw new AppError("sticker.set_full");
    const file = await requireOwnPicture(unit, fileId, own.userId);
    if (file.sizeBytes > maxStickerBytes) throw new AppError("file.too_large");
    const stickerId = powers.ids.next<StickerId>();
    await insertSticker(unit, own.setId, { stickerId, fileId, emoji });
  });

export const removeSticker = async (
  powers: StickerPowers,
  own: OwnSet,
  stickerId: StickerId,
): Promise<StickerSet> => {
  const set = await changeOwn(powers, own, async (unit) => {
    const gone = await deleteStickers(unit, own.setId, stickerId);
    if (gone.length === 0) throw new AppError("sticker.not_found");
    await letGo(unit, gone, powers.clock.now());
  });
  powers.onLetGo();
  return set;
};

export async function removeSet(
  { database, clock, onLetGo }: StickerPowers,
  { userId, actor, setId }: OwnSet,
): Promise<void> {
  await database.transact(actor, async (unit) => {
    if (!(await holdOwnSet(unit, userId, setId)))
      throw new AppError("sticker.not_found");
    await letGo(unit, await deleteStickers(unit, setId, null), clock.now());
    await deleteSet(unit, setId);
  });
  onLetGo();
}

/** Refuses `sticker.not_found` when one of them is neither one's own nor shared. */
export const arrangeSets = (
  { database }: StickerPowers,
  { userId, actor }: Keeper,
  setIds: readonly StickerSetId[],
): Promise<readonly StickerSet[]> =>
  database.transact(actor, async (unit) => {
    if ((await writeList(unit, userId, setIds)) !== setIds.length)
      throw new AppError("sticker.not_found");
    return listedSets(unit.tx, userId);
  });
