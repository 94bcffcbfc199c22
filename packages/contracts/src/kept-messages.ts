import { Type, type Static } from "typebox";
import { MessageCreated } from "./timeline.ts";
import { errorCodes } from "./errors.ts";
import { Attachment } from "./files.ts";
import {
  ConversationIdSchema,
  MessageIdSchema,
  ReminderIdSchema,
} from "./ids.ts";
import { Mention, MessageBody, StickerReference } from "./messages.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";

/** A message away from its conversation, with what is needed to draw it and to go there. */
const kept = {
  conversationId: ConversationIdSchema,
  message: MessageCreated,
  authorName: DisplayName,
} as const;

export const SavedMessage = closed({ ...kept, savedAt: Instant });
export type SavedMessage = Static<typeof SavedMessage>;

export const Reminder = closed({
  ...kept,
  reminderId: ReminderIdSchema,
  remindAt: Instant,
  /** Null until its time comes. A fired reminder stays until it is cancelled, that is: done with. */
  firedAt: nullable(Instant),
});
export type Reminder = Static<typeof Reminder>;

/** A message that waits for its time. */
export const ScheduledMessage = closed({
  /** The message has it too, once it is sent. */
  scheduledId: MessageIdSchema,
  conversationId: ConversationIdSchema,
  body: MessageBody,
  mentions: Type.Optional(Type.Array(Mention, { maxItems: 100 })),
  attachments: Type.Optional(Type.Array(Attachment, { maxItems: 10 })),
  sticker: Type.Optional(StickerReference),
  sendAt: Instant,
  /** Why it could not be sent at its time (its author may not write there any more); then it waits for a decision. */
  refusal: nullable(oneOf(errorCodes)),
});
export type ScheduledMessage = Static<typeof ScheduledMessage>;
