import type {
  ClientId,
  ConversationId,
  MessageId,
  PrincipalId,
} from "@veche/contracts";

export interface MessagesTable {
  id: MessageId;
  conversationId: ConversationId;
  seq: number;
  authorId: PrincipalId;
  /** Unique with the author: the key of idempotent sending. */
  clientId: ClientId;
  body: string;
  createdAt: Date;
}

export interface MessagesTables {
  messages: MessagesTable;
}
