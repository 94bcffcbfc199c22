import type { ConversationId } from "@veche/contracts";
import type {
  LentUnit,
  StatementRunner,
} from "../../platform/db/statements.ts";
import {
  findOverdue,
  takeOldMessages,
  type Keeping,
  type OldMessage,
  type Overdue,
} from "./store/old-messages.ts";

/** For whoever clears away what is too old. */
export interface ChatsAgeing {
  /** Conversations in which something is older than the rules of their kinds and their own lifetime allow. */
  findOverdue(
    runner: StatementRunner,
    keepings: readonly Keeping[],
    at: { readonly now: Date; readonly limit: number },
  ): Promise<readonly Overdue[]>;
  /** The next of its old messages that still say something; the conversation is held until the commit. */
  takeOldMessages(
    unit: LentUnit,
    conversationId: ConversationId,
    which: { readonly before: Date; readonly limit: number },
  ): Promise<readonly OldMessage[]>;
}

export const ageing: ChatsAgeing = { findOverdue, takeOldMessages };
