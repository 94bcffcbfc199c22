import type { ConversationId } from "@veche/contracts";

/** The conferences' part. */
export interface ConferencePlans {
  /** Are the calls of this conversation to be recorded from their beginning? */
  isRecorded(conversationId: ConversationId): Promise<boolean>;
}
