import type {
  CommandParams,
  CommandResult,
  DeviceClass,
  ConversationId,
  PrincipalId,
} from "@veche/contracts";

/** How an application and a user in its page speak; the messages module answers. */
export interface MessageWriter {
  /** Refuses as `message.send` does. */
  send(
    author: { readonly id: PrincipalId; readonly device: DeviceClass | null },
    message: CommandParams<"message.send">,
  ): Promise<CommandResult<"message.send">>;
  /** Everything up to here was delivered and read. Refuses `conversation.not_found`. */
  markRead(
    readerId: PrincipalId,
    read: { readonly conversationId: ConversationId; readonly readTo: number },
  ): Promise<void>;
}
