import { Type, type Static } from "typebox";
import { Attachment } from "./files.ts";
import {
  ConversationIdSchema,
  FileIdSchema,
  MessageIdSchema,
  PrincipalIdSchema,
  StickerIdSchema,
  TagIdSchema,
} from "./ids.ts";
import {
  closed,
  DisplayName,
  Instant,
  nullable,
  oneOf,
  Seq,
} from "./shapes.ts";

/**
 * Text as typed (Markdown), NFC, without control characters other than tab and line feed.
 * Empty only where something else is said: files, a sticker, a forwarded message.
 */
export const MessageBody = Type.String({ maxLength: 8000 });

/** Any one emoji as the picker gives it: a grapheme of the Unicode emoji set. */
export const Emoji = Type.String({ minLength: 1, maxLength: 32 });

/**
 * Who or what a message names (C11). The text holds the words people read (`@Anna`, `@all`, `#sales`, `##news`);
 * `from` and `to` say where, in UTF-16 units of the body.
 */
export const Mention = Type.Union([
  closed({
    kind: Type.Literal("principal"),
    principalId: PrincipalIdSchema,
    from: Type.Integer({ minimum: 0 }),
    to: Type.Integer({ minimum: 0 }),
  }),
  closed({
    kind: Type.Literal("all"),
    from: Type.Integer({ minimum: 0 }),
    to: Type.Integer({ minimum: 0 }),
  }),
  closed({
    kind: Type.Literal("tag"),
    tagId: TagIdSchema,
    from: Type.Integer({ minimum: 0 }),
    to: Type.Integer({ minimum: 0 }),
  }),
  closed({
    kind: Type.Literal("conversation"),
    conversationId: ConversationIdSchema,
    from: Type.Integer({ minimum: 0 }),
    to: Type.Integer({ minimum: 0 }),
  }),
]);
export type Mention = Static<typeof Mention>;

/** The message that is answered, as it stood when the answer was written; enough to draw it without reading it. */
export const ReplyReference = closed({
  messageId: MessageIdSchema,
  seq: Seq,
  authorId: PrincipalIdSchema,
  authorName: DisplayName,
  /** Its first words, or the quoted part. */
  excerpt: Type.String({ maxLength: 300 }),
  isQuote: Type.Boolean(),
});
export type ReplyReference = Static<typeof ReplyReference>;

/** Where a forwarded message came from (C18). The place is told to those only who may read it there. */
export const ForwardOrigin = closed({
  authorId: nullable(PrincipalIdSchema),
  authorName: DisplayName,
  conversationId: nullable(ConversationIdSchema),
  conversationTitle: nullable(DisplayName),
  messageId: nullable(MessageIdSchema),
  sentAt: Instant,
});
export type ForwardOrigin = Static<typeof ForwardOrigin>;

/** A page that a message's text links to, as its own tags describe it; fetched by the server. */
export const LinkPreview = closed({
  url: Type.String({ maxLength: 2000 }),
  title: Type.String({ maxLength: 300 }),
  description: nullable(Type.String({ maxLength: 500 })),
  siteName: nullable(Type.String({ maxLength: 120 })),
  /** A copy of the page's picture in our own store. */
  pictureId: nullable(FileIdSchema),
});
export type LinkPreview = Static<typeof LinkPreview>;

export const StickerReference = closed({
  stickerId: StickerIdSchema,
  fileId: FileIdSchema,
  /** What it says in one emoji; read to those who can't see it. */
  emoji: Emoji,
});
export type StickerReference = Static<typeof StickerReference>;

/** One emoji under a message: who set it, in order; at most the first hundred are named. */
export const Reaction = closed({
  emoji: Emoji,
  count: Type.Integer({ minimum: 1 }),
  principalIds: Type.Array(PrincipalIdSchema, { maxItems: 100 }),
});
export type Reaction = Static<typeof Reaction>;

/** What a message says besides its text. Absent means none, which keeps the common message short on the wire. */
export const messageContent = {
  body: MessageBody,
  mentions: Type.Optional(Type.Array(Mention, { maxItems: 100 })),
  attachments: Type.Optional(Type.Array(Attachment, { maxItems: 10 })),
  replyTo: Type.Optional(ReplyReference),
  forwarded: Type.Optional(ForwardOrigin),
  sticker: Type.Optional(StickerReference),
} as const;

/**
 * What became of a message since it was sent; it stands in the message's own entry whenever that is read from the
 * server, so a page of the log shows the present without the later events that made it.
 */
export const messageStanding = {
  editedAt: Type.Optional(Instant),
  /** With it the body is empty and everything said is gone. */
  deletedAt: Type.Optional(Instant),
  reactions: Type.Optional(Type.Array(Reaction, { maxItems: 200 })),
  linkPreview: Type.Optional(LinkPreview),
  pinnedAt: Type.Optional(Instant),
} as const;

/** Why a message was deleted. */
export const deletionReasons = [
  "author",
  "moderator",
  "expired",
  "retention",
] as const;
export const DeletionReasonSchema = oneOf(deletionReasons);
