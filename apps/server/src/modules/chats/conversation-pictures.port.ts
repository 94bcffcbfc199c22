import type { ConversationId, FileId, UserId } from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";

/** Whoever keeps the files: a picture may be seen by those who see the conversation, from the commit on. */
export interface ConversationPictures {
  /** Refuses `file.not_found`, `file.not_ready`, `file.not_a_picture`. */
  show(
    unit: LentUnit,
    picture: {
      readonly conversationId: ConversationId;
      /** Null: none any more. */
      readonly fileId: FileId | null;
      /** Who uploaded it. */
      readonly ownerId: UserId;
    },
  ): Promise<void>;
}
