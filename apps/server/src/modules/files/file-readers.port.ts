import type { ConversationId } from "@veche/contracts";
import type { Principal } from "../../platform/principal.ts";

/** Who may see what stands in conversations; answered from above, at every request for bytes. */
export interface FileReaders {
  /** A message at this position. */
  mayReadMessage(
    principal: Principal,
    place: { readonly conversationId: ConversationId; readonly seq: number },
  ): Promise<boolean>;
  /** The conversation's title and picture. */
  mayReadCard(
    principal: Principal,
    conversationId: ConversationId,
  ): Promise<boolean>;
}
