import { Type } from "typebox";
import {
  ClientIdSchema,
  ConversationIdSchema,
  MessageIdSchema,
  ReminderIdSchema,
  StickerIdSchema,
} from "../ids.ts";
import { AttachedFile } from "../files.ts";
import { Emoji, Mention, MessageBody } from "../messages.ts";
import { closed, Instant, Seq } from "../shapes.ts";
import { Nothing, type CommandContract } from "./command.ts";

const SentAck = closed({ messageId: MessageIdSchema, seq: Seq, at: Instant });
const named = {
  conversationId: ConversationIdSchema,
  messageId: MessageIdSchema,
};
const mentions = Type.Optional(Type.Array(Mention, { maxItems: 100 }));

export const messageCommands = {
  /** Text, files, a sticker, or several of them at once; nothing at all is refused. */
  "message.send": {
    params: closed({
      conversationId: ConversationIdSchema,
      clientId: ClientIdSchema,
      body: MessageBody,
      mentions,
      attachments: Type.Optional(Type.Array(AttachedFile, { maxItems: 10 })),
      stickerId: Type.Optional(StickerIdSchema),
      /** The message answered, of the same conversation; `quote`: only these words of it. */
      replyTo: Type.Optional(
        closed({
          messageId: MessageIdSchema,
          quote: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
        }),
      ),
    }),
    result: SentAck,
  },
  /** By its author. The same `clientId` again answers as the first time, whatever was changed since. */
  "message.edit": {
    params: closed({
      ...named,
      clientId: ClientIdSchema,
      body: MessageBody,
      mentions,
    }),
    result: closed({ seq: Seq, at: Instant }),
  },
  /** By its author, or by an owner or admin of the conversation. Deleting the deleted changes nothing. */
  "message.delete": { params: closed(named), result: Nothing },
  /** Setting what is set, and taking away what isn't, changes nothing. */
  "reaction.set": {
    params: closed({ ...named, emoji: Emoji, isSet: Type.Boolean() }),
    result: Nothing,
  },
  /**
   * Sends a message on as it is, with its origin. What stands in a confidential conversation stays there
   * (`conversation.confidential`).
   */
  "message.forward": {
    params: closed({
      clientId: ClientIdSchema,
      conversationId: ConversationIdSchema,
      from: closed(named),
    }),
    result: SentAck,
  },
  /** By whoever may write, in channels by owners and admins. */
  "message.pin": {
    params: closed({ ...named, isPinned: Type.Boolean() }),
    result: Nothing,
  },
  /** Takes the preview of a link from my own message. */
  "message.drop_preview": { params: closed(named), result: Nothing },
  /** Keeps a message in my own list, or lets it go. */
  "message.save": {
    params: closed({ ...named, isSaved: Type.Boolean() }),
    result: Nothing,
  },
  /** Reminds me of a message (C17). Idempotent by `clientId`. */
  "reminder.set": {
    params: closed({ ...named, clientId: ClientIdSchema, at: Instant }),
    result: closed({ reminderId: ReminderIdSchema }),
  },
  /** Takes a reminder away, before its time or after. */
  "reminder.cancel": {
    params: closed({ reminderId: ReminderIdSchema }),
    result: Nothing,
  },
  /** A message to be sent at a time to come; until then it can be changed and taken back. Idempotent by `clientId`. */
  "message.schedule": {
    params: closed({
      conversationId: ConversationIdSchema,
      clientId: ClientIdSchema,
      body: MessageBody,
      mentions,
      attachments: Type.Optional(Type.Array(AttachedFile, { maxItems: 10 })),
      stickerId: Type.Optional(StickerIdSchema),
      sendAt: Instant,
    }),
    result: closed({ scheduledId: MessageIdSchema }),
  },
  /** What isn't named stays; with another `body` the mentions are those named here. */
  "message.reschedule": {
    params: closed({
      scheduledId: MessageIdSchema,
      body: Type.Optional(MessageBody),
      mentions,
      sendAt: Type.Optional(Instant),
    }),
    result: Nothing,
  },
  /** Idempotent: what was taken back already is taken back. What was sent, or is being sent, is refused. */
  "message.unschedule": {
    params: closed({ scheduledId: MessageIdSchema }),
    result: Nothing,
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
  /** Ephemeral: the others see it for five seconds. In a large conversation nobody is told. */
  "typing.show": {
    params: closed({ conversationId: ConversationIdSchema }),
    result: Nothing,
  },
} as const satisfies Record<string, CommandContract>;
