import type {
  FileId,
  StickerId,
  StickerSet,
  StickerSetId,
} from "@veche/contracts";
import type { Rest } from "../../../platform/rest/rest-client.ts";

interface NewSticker {
  /** A picture uploaded for this alone. */
  readonly fileId: FileId;
  /** What it says in one emoji. */
  readonly emoji: string;
}

/** What is named changes, the rest stays. */
interface StickerSetChange {
  readonly title?: string;
  readonly isShared?: boolean;
  /** All of the set's stickers in their new order. */
  readonly stickerIds?: readonly StickerId[];
}

/** Everything about stickers that is asked of the server. Rejects as REST does. */
export interface StickerAsks {
  /** Sets of my list, in my order. */
  readonly mine: () => Promise<readonly StickerSet[]>;
  /** Sets everybody may take, by a part of the title. */
  readonly shared: (text: string) => Promise<readonly StickerSet[]>;
  readonly make: (title: string) => Promise<StickerSet>;
  readonly change: (
    id: StickerSetId,
    change: StickerSetChange,
  ) => Promise<StickerSet>;
  readonly remove: (id: StickerSetId) => Promise<void>;
  readonly add: (id: StickerSetId, sticker: NewSticker) => Promise<StickerSet>;
  readonly takeOut: (
    id: StickerSetId,
    stickerId: StickerId,
  ) => Promise<StickerSet>;
  /** The sets of my list, all of them in their new order. */
  readonly arrange: (
    ids: readonly StickerSetId[],
  ) => Promise<readonly StickerSet[]>;
}

export const createStickerAsks = (rest: Rest): StickerAsks => ({
  mine: async () => (await rest("listStickerSets", {})).items,
  shared: async (text) => {
    const found = await rest("listSharedStickerSets", { query: { text } });
    return found.items;
  },
  make: (title) => rest("createStickerSet", { body: { title } }),
  change: (setId, { stickerIds, ...change }) =>
    rest("updateStickerSet", {
      params: { setId },
      body: {
        ...change,
        ...(stickerIds === undefined ? {} : { stickerIds: [...stickerIds] }),
      },
    }),
  remove: async (setId) => {
    await rest("deleteStickerSet", { params: { setId } });
  },
  add: (setId, body) => rest("addSticker", { params: { setId }, body }),
  takeOut: (setId, stickerId) =>
    rest("removeSticker", { params: { setId, stickerId } }),
  arrange: async (setIds) => {
    const body = { setIds: [...setIds] };
    return (await rest("arrangeStickerSets", { body })).items;
  },
});
