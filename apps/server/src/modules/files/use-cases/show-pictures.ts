import type {
  Actor,
  Attachment,
  ConversationId,
  FileId,
  PrincipalId,
  UserId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { markForCrop, pictureOf, writePicture } from "../store/pictures.ts";
import type { FilesTables, Square } from "../store/tables.ts";
import { letGo } from "../store/used-files.ts";
import { requireOwnPicture } from "./require-own-picture.ts";

/** Of whom or what it is. */
type Subject =
  | { readonly kind: "person"; readonly id: UserId }
  | { readonly kind: "conversation"; readonly id: ConversationId };

export interface ShownPicture {
  readonly subject: Subject;
  /** Null: shows none any more. */
  readonly fileId: FileId | null;
  /** Who uploaded it, and shows it. */
  readonly ownerId: PrincipalId;
}

/**
 * Shows a picture of a person or a conversation; the one before is let go. What is shown already changes nothing.
 * Refuses as `requireOwnPicture` does.
 */
export async function showPicture(
  { clock }: { readonly clock: Clock },
  unit: LentUnit,
  { subject, fileId, ownerId }: ShownPicture,
): Promise<void> {
  if (fileId === (await pictureOf(unit, subject.id))) return;
  if (fileId !== null) await requireOwnPicture(unit, fileId, ownerId);
  const before = await writePicture(unit, subject, fileId);
  await letGo(unit, before, clock.now());
}

export interface CropDeps {
  readonly database: Database<FilesTables>;
  readonly clock: Clock;
  readonly onDue: () => void;
  readonly wait: (fileId: FileId) => Promise<Attachment>;
}

/**
 * Cuts a square out of one's own unused picture; the file stays the same, its content is the square from then on.
 * Refuses `request.invalid` for a square that reaches over the edge, and as `requireOwnPicture` does.
 */
export async function cropPicture(
  { database, clock, onDue, wait }: CropDeps,
  {
    fileId,
    square,
    ownerId,
    actor,
  }: {
    readonly fileId: FileId;
    readonly square: Square;
    readonly ownerId: UserId;
    readonly actor: Actor;
  },
): Promise<Attachment> {
  await database.transact(actor, async (unit) => {
    const picture = await requireOwnPicture(unit, fileId, ownerId);
    const isInside =
      square.left + square.side <= (picture.width ?? 0) &&
      square.top + square.side <= (picture.height ?? 0);
    if (!isInside)
      throw new AppError("request.invalid", {
        issues: [{ path: "", message: "reaches over the picture's edge" }],
      });
    await markForCrop(unit, fileId, { square, dueAt: clock.now() });
  });
  onDue();
  return wait(fileId);
}
