import type {
  AttachedFile,
  Attachment,
  ErrorCode,
  FileId,
  PrincipalId,
  StickerId,
  StickerReference,
} from "@veche/contracts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { presentAttachment } from "../store/ready-files.ts";
import { findSendable } from "../store/stickers.ts";
import { holdFiles, type HeldFile } from "../store/used-files.ts";

/** What a message shall carry beside its words: files of its author, a sticker of a set they may use. */
export interface FilesWish {
  readonly ownerId: PrincipalId;
  readonly files: readonly AttachedFile[];
  readonly stickerId: StickerId | null;
}

/** What it carries then. */
export interface Carried {
  readonly attachments: readonly Attachment[];
  readonly sticker: StickerReference | null;
}

export type HeldFiles =
  | { readonly ok: true; readonly carried: Carried }
  | {
      readonly ok: false;
      readonly code: Extract<
        ErrorCode,
        | "file.not_found"
        | "file.not_ready"
        | "file.refused"
        | "sticker.not_found"
      >;
    };

/**
 * What each message will carry, in the order of the wishes; the files are held until the commit. A file is carried by
 * the one message it was uploaded for: another's, one that is used already, or one that two messages of this batch
 * wish for is `file.not_found` to the later.
 */
export async function holdForMessages(
  unit: LentUnit,
  wishes: readonly FilesWish[],
): Promise<readonly HeldFiles[]> {
  const held = await holdFiles(
    unit,
    wishes.flatMap(({ files }) => files.map(({ fileId }) => fileId)),
  );
  const stickers = await stickersOf(unit, wishes);
  const taken = new Set<FileId>();
  return wishes.map((wish) => {
    const sticker = stickers.get(wish) ?? null;
    if (wish.stickerId !== null && sticker === null)
      return { ok: false, code: "sticker.not_found" };
    const filled = fill(wish, held, taken);
    return filled.ok
      ? { ok: true, carried: { attachments: filled.attachments, sticker } }
      : filled;
  });
}

async function stickersOf(
  unit: LentUnit,
  wishes: readonly FilesWish[],
): Promise<ReadonlyMap<FilesWish, StickerReference>> {
  const asked = wishes.flatMap((wish) =>
    wish.stickerId === null ? [] : [{ wish, stickerId: wish.stickerId }],
  );
  const found = await findSendable(
    unit.tx,
    asked.map(({ wish, stickerId }) => ({
      senderId: wish.ownerId,
      stickerId,
    })),
  );
  return new Map(
    asked.flatMap(({ wish }, index) => {
      const sticker = found.get(index);
      return sticker === undefined ? [] : [[wish, sticker] as const];
    }),
  );
}

function fill(
  { ownerId, files }: FilesWish,
  held: ReadonlyMap<FileId, HeldFile>,
  taken: Set<FileId>,
):
  | { readonly ok: true; readonly attachments: readonly Attachment[] }
  | Extract<HeldFiles, { ok: false }> {
  const attachments: Attachment[] = [];
  const mine = new Set<FileId>();
  for (const { fileId, isVoice = false } of files) {
    const file = held.get(fileId);
    const isFree =
      file?.ownerId === ownerId &&
      file.use === null &&
      !taken.has(fileId) &&
      !mine.has(fileId);
    if (!isFree || file.state === "uploading")
      return { ok: false, code: "file.not_found" };
    if (file.state === "received") return { ok: false, code: "file.not_ready" };
    if (file.state === "refused") return { ok: false, code: "file.refused" };
    mine.add(fileId);
    attachments.push(
      presentAttachment(file, { isVoice: isVoice && file.kind === "audio" }),
    );
  }
  for (const fileId of mine) taken.add(fileId);
  return { ok: true, attachments };
}
