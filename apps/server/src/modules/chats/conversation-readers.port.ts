import type { ConversationId } from "@veche/contracts";
import type { Principal } from "../../platform/principal.ts";

/**
 * Who may look into a conversation without being in it: supervisors and operators into the history of support
 * conversations. Answered by the module that owns the reason.
 */
export interface ConversationReaders {
  mayRead(
    principal: Principal,
    conversationId: ConversationId,
  ): Promise<boolean>;
}
