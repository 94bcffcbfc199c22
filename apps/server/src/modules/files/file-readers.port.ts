import type { ConversationId } from "@veche/contracts";
import type { Principal } from "../../platform/principal.ts";

/**
 * How much of a conversation somebody may see: `nothing` · its `card`, title and picture · `words`, shown in its pages
 * and nowhere else · `everything`, to be taken along.
 */
type ReadersSight = "nothing" | "card" | "words" | "everything";

/** Who may see what stands in conversations; answered from above, at every request for bytes. */
export interface FileReaders {
  sightOf(
    principal: Principal,
    conversationId: ConversationId,
  ): Promise<ReadersSight>;
  /** Nothing is taken out of it, not even by whoever wrote it. */
  isConfidential(conversationId: ConversationId): Promise<boolean>;
}
