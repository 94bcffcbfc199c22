import { Type, type Static } from "typebox";
import { StickerSetIdSchema } from "./ids.ts";
import { StickerReference } from "./messages.ts";
import { closed, DisplayName } from "./shapes.ts";

/** So many stickers stand in one set, and so many sets in one's own list. */
export const MAX_STICKERS_IN_SET = 120;
export const MAX_STICKER_SETS = 100;

/** Stickers that belong together (C7). */
export const StickerSet = closed({
  id: StickerSetIdSchema,
  title: DisplayName,
  /** In their order. */
  stickers: Type.Array(StickerReference, { maxItems: MAX_STICKERS_IN_SET }),
  /** I made it and may change it. */
  isMine: Type.Boolean(),
  /** Everybody of the company finds it and may take it into their list. */
  isShared: Type.Boolean(),
  /** It stands in my list. */
  isUsed: Type.Boolean(),
});
export type StickerSet = Static<typeof StickerSet>;
