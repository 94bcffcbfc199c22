import type {
  ClientId,
  CommandResult,
  ConversationId,
  MessageId,
  PrincipalId,
} from "@veche/contracts";
import type { Cursors } from "./receipts.ts";

/** A text on its way into a log, its body tidied. */
export interface SendCommand {
  readonly kind: "send";
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
  readonly clientId: ClientId;
  /** Made beforehand; used only if the message turns out to be new. */
  readonly messageId: MessageId;
  readonly body: string;
}

/** A wish to move one's receipts. */
export interface MoveCommand extends Cursors {
  readonly kind: "move";
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
}

/** Everything that goes through the conversation's writer. */
export type MessageCommand = SendCommand | MoveCommand;

export type MessageAnswer =
  | { readonly kind: "sent"; readonly ack: CommandResult<"message.send"> }
  | { readonly kind: "moved"; readonly ack: CommandResult<"receipt.move"> };
