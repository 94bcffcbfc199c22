import type {
  Attachment,
  ClientId,
  ConversationId,
  ErrorCode,
  Mention,
  MessageCreated,
  MessageId,
  ReplyReference,
  StickerReference,
} from "@veche/contracts";

/**
 * `waiting` for its turn, for the line or for its files · `sending` · `sent`: acknowledged, about to show in the log ·
 * `refused` with the code's reason: `retry` or `discard` it.
 */
export type OutboxState =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending" }
  /** `seq`: where it stands; null where the answer names no position. */
  | { readonly kind: "sent"; readonly seq: number | null }
  | { readonly kind: "refused"; readonly code: ErrorCode };

/** What everything on its way has. */
export interface Outgoing {
  /** Names the operation: said twice, it is done once. */
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
  /** Wall time of writing, milliseconds since 1970. */
  readonly writtenAt: number;
  readonly state: OutboxState;
}

/** A file of a message on its way: the message waits for it. */
export interface OutgoingFile {
  /** Names the upload in this browser. */
  readonly uploadId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly isVoice: boolean;
  /** The file as the server knows it; null while it is on its way. */
  readonly uploaded: Attachment | null;
}

/** What a message says besides its text, with enough beside it to be drawn before the server has it. */
export interface OutgoingContent {
  readonly mentions?: readonly Mention[];
  readonly files?: readonly OutgoingFile[];
  readonly sticker?: StickerReference;
  readonly replyTo?: ReplyReference;
  /** The message sent on as it is; the text is then empty. */
  readonly forwards?: {
    readonly conversationId: ConversationId;
    readonly message: MessageCreated;
  };
}

/** A message of mine that is not in the log yet. */
export interface OutboxMessage extends Outgoing, OutgoingContent {
  readonly kind: "message";
  readonly body: string;
}

/** What one may do to a message that stands in a log. */
export type MessageChange =
  | {
      readonly kind: "edit";
      readonly body: string;
      readonly mentions?: readonly Mention[];
    }
  | { readonly kind: "delete" }
  | {
      readonly kind: "reaction";
      readonly emoji: string;
      readonly isSet: boolean;
    };

/** A change of mine to a message, shown in the log at once and not known to the server yet. */
export interface OutboxChange extends Outgoing {
  readonly kind: "change";
  readonly messageId: MessageId;
  readonly messageSeq: number;
  readonly change: MessageChange;
}

/** The newest words of a draft, for my other devices; null: nothing any more. */
interface OutboxDraft extends Outgoing {
  readonly kind: "draft";
  readonly body: string | null;
}

export type OutboxItem = OutboxMessage | OutboxChange | OutboxDraft;
