import type { Caption, ConversationId, PrincipalId } from "@veche/contracts";

/** How an application shows what somebody says as words; the calls module answers. */
export interface CaptionWriter {
  /** To everybody in the conversation's call now. Refuses `request.conflict` where the speaker is in none there. */
  captionFor(spoken: {
    readonly conversationId: ConversationId;
    readonly principalId: PrincipalId;
    readonly caption: Caption;
  }): Promise<void>;
}
