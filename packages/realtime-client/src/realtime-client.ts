import type {
  Attachment,
  ClientId,
  ConversationId,
  ErrorCode,
  MessageCreated,
} from "@veche/contracts";
import type { ChatClient } from "./chat-client.ts";
import type {
  MessageChange,
  OutboxChange,
  OutboxMessage,
  OutgoingContent,
} from "./outbox-item.ts";
import type { Readable } from "./store.ts";

/** The client of the whole messenger: everything one does with messages, online and off. */
export interface RealtimeClient extends ChatClient {
  /** Messages of mine on their way to one conversation; the same object every time. */
  readonly unsentIn: (
    conversationId: ConversationId,
  ) => Readable<readonly OutboxMessage[]>;
  /** Edits, deletions and reactions of mine that the server does not know yet; the refused ones say why. */
  readonly unsentChanges: Readable<readonly OutboxChange[]>;
  /** Puts a message on its way; it shows in `unsent` at once and in the log when the server has it. */
  readonly sendMessage: (
    conversationId: ConversationId,
    body: string,
    content?: OutgoingContent,
  ) => ClientId;
  /** Edits, deletes or reacts; the log shows it at once. What is still on its way to the same effect is replaced. */
  readonly changeMessage: (
    conversationId: ConversationId,
    message: Pick<MessageCreated, "messageId" | "seq">,
    change: MessageChange,
  ) => ClientId;
  /** Keeps what is being written, for my other devices; null: nothing any more. */
  readonly keepDraft: (
    conversationId: ConversationId,
    body: string | null,
  ) => void;
  /**
   * A file of a message on its way is with the server: the message goes when it has all of them. Settles when that
   * outlives the page.
   */
  readonly fileUploaded: (uploadId: string, file: Attachment) => Promise<void>;
  /** Ends for good, and leaves nothing of what was read on this device: at sign-out. What is unsent stays. */
  readonly forgetDevice: () => Promise<void>;
  /** A file cannot be sent: its message is refused with the reason. */
  readonly uploadFailed: (uploadId: string, code: ErrorCode) => void;
}
