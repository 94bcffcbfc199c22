import type { MessageId } from "@veche/contracts";
import type { Clock } from "../../platform/clock.ts";
import type { LentUnit } from "../../platform/db/statements.ts";
import { showPicture, type ShownPicture } from "./use-cases/show-pictures.ts";
import {
  keepUnusedUntil,
  placeFiles,
  unplaceFiles,
  type FilePlace,
} from "./store/used-files.ts";
import {
  holdForMessages,
  type FilesWish,
  type HeldFiles,
} from "./use-cases/hold-for-messages.ts";

/** What modules above do with files. All of it joins the caller's transaction. */
export interface FileUses {
  /** What messages about to be written will carry; held until the commit. Refusals stand in the answers. */
  readonly holdForMessages: (
    unit: LentUnit,
    wishes: readonly FilesWish[],
  ) => Promise<readonly HeldFiles[]>;
  /**
   * Keeps what a message of a later time will carry until then, and tells how that looks. Asked again, the time is
   * another one.
   */
  readonly reserve: (
    unit: LentUnit,
    wish: FilesWish,
    until: Date,
  ) => Promise<HeldFiles>;
  /**
   * The messages stand at their places: whoever may read them may read their files. For messages sent on too, which
   * carry files that others were sent with.
   */
  readonly place: (
    unit: LentUnit,
    places: readonly FilePlace[],
  ) => Promise<void>;
  /** The messages are gone for everybody, and with them the files that no other message carries. */
  readonly release: (
    unit: LentUnit,
    messageIds: readonly MessageId[],
  ) => Promise<void>;
  /**
   * Shows a picture of a person or a conversation; the one before is let go. Refuses `file.not_found`,
   * `file.not_ready`, `file.not_a_picture`.
   */
  readonly show: (unit: LentUnit, picture: ShownPicture) => Promise<void>;
}

async function reserve(
  unit: LentUnit,
  wish: FilesWish,
  until: Date,
): Promise<HeldFiles> {
  const [held] = await holdForMessages(unit, [wish]);
  if (held === undefined) throw new Error("one wish has one answer");
  const ids = wish.files.map(({ fileId }) => fileId);
  if (held.ok) await keepUnusedUntil(unit, ids, until);
  return held;
}

export const createFileUses = (clock: Clock): FileUses => ({
  holdForMessages,
  reserve,
  place: placeFiles,
  release: (unit, messageIds) => unplaceFiles(unit, messageIds, clock.now()),
  show: (unit, picture) => showPicture({ clock }, unit, picture),
});
