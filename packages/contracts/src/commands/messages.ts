import { Type } from "typebox";
import { AttachedFile } from "../files.ts";
import {
  ClientIdSchema,
  ConversationIdSchema,
  MessageIdSchema,
  ReminderIdSchema,
  StickerIdSchema,
} from "../ids.ts";
import { Emoji, Mention, MessageBody } from "../messages.ts";
import { closed, Instant, nullable, Seq } from "../shapes.ts";
import { Nothing, type CommandContract } from "./command.ts";

const SentAck = closed({ messageId: MessageIdSchema, seq: Seq, at: Instant });
const named = {
  conversationId: ConversationIdSchema,
  messageId: MessageIdSchema,
};

export const messageCommands = {
  /** Text, files, a sticker, or several of them at once; nothing at all is refused. */
  "message.send": {
    params: closed({
      conversationId: ConversationIdSchema,
      clientId: ClientIdSchema,
      body: MessageBody,
      mentions: Type.Optional(Type.Array(Mention, { maxItems: 100 })),
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
  /** Sends a message on as it is, with its origin; the text sent along becomes a message of its own before it. */
  "message.forward": {
    params: closed({
      clientId: ClientIdSchema,
      conversationId: ConversationIdSchema,
      from: closed(named),
    }),
    result: SentAck,
  },
  "message.edit": {
    params: closed({
      ...named,
      clientId: ClientIdSchema,
      body: MessageBody,
      mentions: Type.Optional(Type.Array(Mention, { maxItems: 100 })),
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
  "message.pin": {
    params: closed({ ...named, isPinned: Type.Boolean() }),
    result: Nothing,
  },
  /** Takes the preview of a link from one's own message. */
  "message.drop_preview": { params: closed(named), result: Nothing },
  /** Keeps a message in my own list, or lets it go. */
  "message.save": {
    params: closed({ ...named, isSaved: Type.Boolean() }),
    result: Nothing,
  },
  /** Reminds me of a message (C17). */
  "reminder.set": {
    params: closed({ ...named, clientId: ClientIdSchema, at: Instant }),
    result: closed({ reminderId: ReminderIdSchema }),
  },
  "reminder.cancel": {
    params: closed({ reminderId: ReminderIdSchema }),
    result: Nothing,
  },
  /** A message to be sent at a time to come; until then it can be changed and cancelled. Idempotent by `clientId`. */
  "message.schedule": {
    params: closed({
      conversationId: ConversationIdSchema,
      clientId: ClientIdSchema,
      body: MessageBody,
      mentions: Type.Optional(Type.Array(Mention, { maxItems: 100 })),
      attachments: Type.Optional(Type.Array(AttachedFile, { maxItems: 10 })),
      sendAt: Instant,
    }),
    result: closed({ scheduledId: MessageIdSchema }),
  },
  "message.reschedule": {
    params: closed({
      scheduledId: MessageIdSchema,
      body: Type.Optional(MessageBody),
      sendAt: Type.Optional(Instant),
    }),
    result: Nothing,
  },
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
  /** Moves my `readTo` back, so that what follows is unread again. */
  "receipt.mark_unread": {
    params: closed({ conversationId: ConversationIdSchema, fromSeq: Seq }),
    result: closed({ readTo: Seq }),
  },
  /** Ephemeral: the others see it for five seconds. */
  "typing.show": {
    params: closed({ conversationId: ConversationIdSchema }),
    result: Nothing,
  },
  /** What I am writing, for my other devices; null: nothing any more. */
  "draft.keep": {
    params: closed({
      conversationId: ConversationIdSchema,
      body: nullable(MessageBody),
    }),
    result: Nothing,
  },
} as const satisfies Record<string, CommandContract>;
