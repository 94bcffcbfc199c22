import type {
  ClientId,
  ConversationId,
  ErrorCode,
  Mention,
  MessageId,
  PrincipalId,
  ReminderId,
} from "@veche/contracts";

export interface MessagesTable {
  id: MessageId;
  conversationId: ConversationId;
  /** Its entry in the log holds what it says. */
  seq: number;
  authorId: PrincipalId;
  /** Unique with the author: the key of idempotent sending. */
  clientId: ClientId;
  /** Of what was sent; it outlives edits and deletion. */
  fingerprint: string;
  createdAt: Date;
}

/** One edit: what the message said before it, and the answer its sender gets again. */
interface MessageEditsTable {
  messageId: MessageId;
  /** Of the edit's own event. */
  seq: number;
  authorId: PrincipalId;
  /** Unique with the author. */
  clientId: ClientId;
  editedAt: Date;
  /** Null once the message is deleted. */
  bodyBefore: string | null;
  /** When that was said. */
  saidAt: Date;
}

interface ReactionsTable {
  messageId: MessageId;
  principalId: PrincipalId;
  emoji: string;
}

/** Present pins; that somebody pinned stands in the log. */
interface PinsTable {
  messageId: MessageId;
  conversationId: ConversationId;
  /** Of the message. */
  seq: number;
  pinnedAt: Date;
}

/** Later events of the log that repeat words of a message: emptied when it is deleted. */
interface MessageEchoesTable {
  messageId: MessageId;
  seq: number;
}

interface SavedMessagesTable {
  principalId: PrincipalId;
  messageId: MessageId;
  savedAt: Date;
}

interface RemindersTable {
  id: ReminderId;
  principalId: PrincipalId;
  /** Unique with the principal. */
  clientId: ClientId;
  messageId: MessageId;
  remindAt: Date;
  firedAt: Date | null;
}

interface ScheduledMessagesTable {
  /** The message will have it. */
  id: MessageId;
  conversationId: ConversationId;
  authorId: PrincipalId;
  /** Unique with the author; the message will have it. */
  clientId: ClientId;
  body: string;
  mentions: Mention[];
  sendAt: Date;
  /** From here on it is being sent and cannot be changed. */
  takenAt: Date | null;
  refusal: ErrorCode | null;
}

/** Links of messages that are to be looked at. */
interface PreviewJobsTable {
  messageId: MessageId;
  conversationId: ConversationId;
  seq: number;
  url: string | null;
  dueAt: Date;
  attempts: number;
}

export interface MessagesTables {
  previewJobs: PreviewJobsTable;
  reminders: RemindersTable;
  scheduledMessages: ScheduledMessagesTable;
  messages: MessagesTable;
  pins: PinsTable;
  messageEchoes: MessageEchoesTable;
  savedMessages: SavedMessagesTable;
  messageEdits: MessageEditsTable;
  reactions: ReactionsTable;
}
