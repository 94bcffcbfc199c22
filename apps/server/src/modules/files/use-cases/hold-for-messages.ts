import type {
  AttachedFile,
  Attachment,
  ErrorCode,
  FileId,
  PrincipalId,
} from "@veche/contracts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { presentAttachment } from "../store/ready-files.ts";
import { holdFiles, type HeldFile } from "../store/used-files.ts";

/** A message's wish to carry files of its author. */
export interface FilesWish {
  readonly ownerId: PrincipalId;
  readonly files: readonly AttachedFile[];
}

export type HeldFiles =
  | { readonly ok: true; readonly attachments: readonly Attachment[] }
  | {
      readonly ok: false;
      readonly code: Extract<
        ErrorCode,
        "file.not_found" | "file.not_ready" | "file.refused"
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
  const taken = new Set<FileId>();
  return wishes.map((wish) => answer(wish, held, taken));
}

function answer(
  { ownerId, files }: FilesWish,
  held: ReadonlyMap<FileId, HeldFile>,
  taken: Set<FileId>,
): HeldFiles {
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
