import type { Conversation, ConversationId } from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";

export type ConversationProfile = Pick<
  Conversation,
  "kind" | "title" | "access" | "posting" | "confidentiality"
>;

export async function conversationProfile(
  runner: StatementRunner,
  conversationId: ConversationId,
): Promise<ConversationProfile | undefined> {
  const [row] = await rowsOf<ConversationProfile>(
    runner,
    `SELECT kind, title, access, posting, confidentiality FROM conversations WHERE id = $1 AND deleted_at IS NULL`,
    [conversationId],
  );
  return row;
}
