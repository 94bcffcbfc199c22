import { Type } from "typebox";
import { FileIdSchema, StickerIdSchema, StickerSetIdSchema } from "../ids.ts";
import { Emoji } from "../messages.ts";
import { closed, DisplayName } from "../shapes.ts";
import {
  MAX_STICKERS_IN_SET,
  MAX_STICKER_SETS,
  StickerSet,
} from "../stickers.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Stickers";
const access = { kind: "user" } as const;
const params = closed({ setId: StickerSetIdSchema });
const StickerSets = closed({ items: Type.Array(StickerSet) });

export const stickerEndpoints = {
  listStickerSets: endpoint({
    method: "GET",
    path: "/api/v1/sticker-sets",
    tag,
    summary: "Sets of my list, in my order",
    access,
    status: 200,
    response: StickerSets,
    errors: [],
  }),
  listSharedStickerSets: endpoint({
    method: "GET",
    path: "/api/v1/sticker-sets/shared",
    tag,
    summary: "Sets that everybody may take, by title",
    access,
    query: closed({ text: Type.Optional(Type.String({ maxLength: 120 })) }),
    status: 200,
    response: StickerSets,
    errors: [],
  }),
  createStickerSet: endpoint({
    method: "POST",
    path: "/api/v1/sticker-sets",
    tag,
    summary: "Make a set; it stands first in my list",
    access,
    body: closed({ title: DisplayName }),
    status: 201,
    response: StickerSet,
    errors: ["sticker.set_full"],
  }),
  /** By its maker. `stickerIds`: all of the set's stickers in their new order. What isn't named stays. */
  updateStickerSet: endpoint({
    method: "PATCH",
    path: "/api/v1/sticker-sets/:setId",
    tag,
    summary: "Rename, share or order a set of mine",
    access,
    params,
    body: closed({
      title: Type.Optional(DisplayName),
      isShared: Type.Optional(Type.Boolean()),
      stickerIds: Type.Optional(
        Type.Array(StickerIdSchema, {
          maxItems: MAX_STICKERS_IN_SET,
          uniqueItems: true,
        }),
      ),
    }),
    status: 200,
    response: StickerSet,
    errors: ["sticker.not_found", "request.conflict"],
  }),
  deleteStickerSet: endpoint({
    method: "DELETE",
    path: "/api/v1/sticker-sets/:setId",
    tag,
    summary: "Delete a set of mine; stickers that were sent stay",
    access,
    params,
    status: 204,
    response: Type.Null(),
    errors: ["sticker.not_found"],
  }),
  /** The file: a picture of mine, uploaded for this and used for nothing else. */
  addSticker: endpoint({
    method: "POST",
    path: "/api/v1/sticker-sets/:setId/stickers",
    tag,
    summary: "Add a sticker to a set of mine",
    access,
    params,
    body: closed({ fileId: FileIdSchema, emoji: Emoji }),
    status: 201,
    response: StickerSet,
    errors: [
      "sticker.not_found",
      "sticker.set_full",
      "file.not_found",
      "file.not_ready",
      "file.not_a_picture",
      "file.too_large",
    ],
  }),
  removeSticker: endpoint({
    method: "DELETE",
    path: "/api/v1/sticker-sets/:setId/stickers/:stickerId",
    tag,
    summary: "Take a sticker out of a set of mine; those that were sent stay",
    access,
    params: closed({ setId: StickerSetIdSchema, stickerId: StickerIdSchema }),
    status: 200,
    response: StickerSet,
    errors: ["sticker.not_found"],
  }),
  /** All sets of my list in their new order: sets left out leave the list, shared ones named newly join it. */
  arrangeStickerSets: endpoint({
    method: "PUT",
    path: "/api/v1/sticker-sets",
    tag,
    summary: "Which sets stand in my list, and in which order",
    access,
    body: closed({
      setIds: Type.Array(StickerSetIdSchema, {
        maxItems: MAX_STICKER_SETS,
        uniqueItems: true,
      }),
    }),
    status: 200,
    response: StickerSets,
    errors: ["sticker.not_found"],
  }),
} as const;
