import type { FileId, PrincipalId, UserId } from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";

/** Whoever keeps the files: a photo may be seen by everybody who talks here, from the commit on. */
export interface Photos {
  /** Refuses `file.not_found`, `file.not_ready`, `file.not_a_picture`. */
  show(
    unit: LentUnit,
    photo: {
      readonly userId: UserId;
      /** Null: none any more. */
      readonly fileId: FileId | null;
      /** Who uploaded it. */
      readonly ownerId: PrincipalId;
    },
  ): Promise<void>;
}
