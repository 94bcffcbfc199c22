import type {
  Conversation,
  ConversationId,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";

/** Where a conversation stands that goes on as its reader holds it. */
export type UnchangedConversation = Pick<
  Conversation,
  "id" | "headSeq" | "confidentiality"
>;

/** One that is told: the list of each reader is put together of texts that others are told as well. */
export interface ToldConversation extends UnchangedConversation {
  /** JSON of a `ListedConversation`. */
  readonly text: string;
}

/** The list of conversations of one principal, as of one moment. */
export interface ListReading {
  readonly listVersion: string;
  /** The newest first. */
  readonly conversations: readonly ToldConversation[];
  /** Those that have not changed since the version held. */
  readonly unchanged: readonly UnchangedConversation[];
}

/** Where the hub reads logs from; the chats module implements it. */
export interface SyncSource {
  conversationsOf(principalId: PrincipalId): Promise<readonly Conversation[]>;
  /** The same, without what has not changed since a version of this list that its reader holds. */
  listOf(
    principalId: PrincipalId,
    heldVersion: string | undefined,
  ): Promise<ListReading>;
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
