import type {
  AttachedFile,
  Attachment,
  ClientId,
  CommandResult,
  ConversationId,
  DeviceClass,
  ForwardOrigin,
  Mention,
  MessageId,
  PrincipalId,
  StickerId,
  StickerReference,
} from "@veche/contracts";
import type { Cursors } from "./receipts.ts";

interface Seated {
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
}

/** Who says or does something, and through what. */
interface Acting extends Seated {
  /** Null: through none; an application, or the server at the time that was set. */
  readonly device: DeviceClass | null;
}

/** The wish to answer a message, perhaps only some words of it. */
export interface Answering {
  readonly messageId: MessageId;
  readonly quote: string | null;
}

/**
 * What a message carries beside its words: files its author uploaded and a sticker of a set, or what the message that
 * is sent on carries.
 */
export type Cargo =
  | OwnCargo
  | {
      readonly kind: "sent_on";
      readonly attachments: readonly Attachment[];
      readonly sticker: StickerReference | null;
    };

export interface OwnCargo {
  readonly kind: "own";
  readonly files: readonly AttachedFile[];
  readonly stickerId: StickerId | null;
}

/** A message on its way into a log, its body tidied. */
export interface SendCommand extends Acting {
  readonly kind: "send";
  readonly clientId: ClientId;
  /** Made beforehand; used only if the message turns out to be new. */
  readonly messageId: MessageId;
  readonly body: string;
  readonly mentions: readonly Mention[];
  readonly answering: Answering | null;
  readonly forwarded: ForwardOrigin | null;
  /** Null: words alone. */
  readonly cargo: Cargo | null;
  /** Of all that is said: the same message again has the same one. */
  readonly fingerprint: string;
}

/** A wish to move one's receipts. */
export interface MoveCommand extends Cursors, Seated {
  readonly kind: "move";
}

interface AboutMessage extends Acting {
  readonly messageId: MessageId;
}

export interface EditCommand extends AboutMessage {
  readonly kind: "edit";
  readonly clientId: ClientId;
  readonly body: string;
  readonly mentions: readonly Mention[];
}

interface DeleteCommand extends AboutMessage {
  readonly kind: "delete";
}

export interface ReactCommand extends AboutMessage {
  readonly kind: "react";
  readonly emoji: string;
  readonly isSet: boolean;
}

export interface PinCommand extends AboutMessage {
  readonly kind: "pin";
  readonly isPinned: boolean;
}

interface DropPreviewCommand extends AboutMessage {
  readonly kind: "drop_preview";
}

/** What somebody does with a message that stands in the log. */
export type ChangeCommand =
  EditCommand | DeleteCommand | ReactCommand | PinCommand | DropPreviewCommand;

/** Everything that goes through the conversation's writer. */
export type MessageCommand = SendCommand | MoveCommand | ChangeCommand;

export type MessageAnswer =
  | { readonly kind: "sent"; readonly ack: CommandResult<"message.send"> }
  | { readonly kind: "moved"; readonly ack: CommandResult<"receipt.move"> }
  | { readonly kind: "changed"; readonly ack: CommandResult<"message.edit"> };
