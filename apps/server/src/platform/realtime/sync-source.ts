import type {
  Conversation,
  ConversationId,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";

/** Where the hub reads logs from; the chats module implements it. */
export interface SyncSource {
  conversationsOf(principalId: PrincipalId): Promise<readonly Conversation[]>;
  /** Consecutive events after `seq`, oldest first, at most `limit`. */
  eventsAfter(
    conversationId: ConversationId,
    seq: number,
    limit: number,
  ): Promise<readonly TimelineEvent[]>;
  conversation(
    conversationId: ConversationId,
    asSeenBy: PrincipalId,
  ): Promise<Conversation | undefined>;
  /** Present positions, for the comparison that finds what a hint missed. */
  headsOf(
    conversationIds: readonly ConversationId[],
  ): Promise<ReadonlyMap<ConversationId, number>>;
}
