import {
  ClientIdSchema,
  ConversationIdSchema,
  MessageIdSchema,
} from "../ids.ts";
import { MessageBody } from "../messages.ts";
import { closed, Instant, Seq } from "../shapes.ts";
import { Nothing, type CommandContract } from "./command.ts";

const SentAck = closed({ messageId: MessageIdSchema, seq: Seq, at: Instant });

export const messageCommands = {
  "message.send": {
    params: closed({
      conversationId: ConversationIdSchema,
      clientId: ClientIdSchema,
      body: MessageBody,
    }),
    result: SentAck,
  },
  /** Moves my receipts forward; a position behind the present one changes nothing. */
  "receipt.move": {
    params: closed({
      conversationId: ConversationIdSchema,
      deliveredTo: Seq,
      readTo: Seq,
    }),
    result: closed({ deliveredTo: Seq, readTo: Seq }),
  },
  /** Ephemeral: the others see it for five seconds. */
  "typing.show": {
    params: closed({ conversationId: ConversationIdSchema }),
    result: Nothing,
  },
} as const satisfies Record<string, CommandContract>;
