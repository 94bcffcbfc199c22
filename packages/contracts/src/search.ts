import { Type, type Static } from "typebox";
import { conversationKinds, ObjectReference } from "./conversations.ts";
import { Attachment } from "./files.ts";
import {
  ConversationIdSchema,
  MessageIdSchema,
  PrincipalIdSchema,
} from "./ids.ts";
import { Person } from "./people.ts";
import {
  closed,
  DisplayName,
  Instant,
  nullable,
  oneOf,
  Seq,
} from "./shapes.ts";

/** What one question looks through. */
export const searchKinds = [
  "messages",
  "files",
  "people",
  "conversations",
  "objects",
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** A stretch of a text that matched, in UTF-16 units of that text. */
export const Highlight = closed({
  from: Type.Integer({ minimum: 0 }),
  to: Type.Integer({ minimum: 1 }),
});
export type Highlight = Static<typeof Highlight>;

/** A piece of a text with what matched in it; plain text, never markup. */
export const Snippet = closed({
  text: Type.String(),
  highlights: Type.Array(Highlight),
  /** Cut off there. */
  hasMoreBefore: Type.Boolean(),
  hasMoreAfter: Type.Boolean(),
});
export type Snippet = Static<typeof Snippet>;

const place = {
  conversationId: ConversationIdSchema,
  /** Null for a direct conversation: it is called by who is in it. */
  conversationTitle: nullable(DisplayName),
  messageId: MessageIdSchema,
  seq: Seq,
  authorId: PrincipalIdSchema,
  authorName: DisplayName,
  at: Instant,
};

export const FoundMessage = closed({ ...place, snippet: Snippet });
export type FoundMessage = Static<typeof FoundMessage>;

export const FoundFile = closed({
  ...place,
  file: Attachment,
  /** In the file's name. */
  highlights: Type.Array(Highlight),
});
export type FoundFile = Static<typeof FoundFile>;

export const FoundConversation = closed({
  conversationId: ConversationIdSchema,
  kind: oneOf(conversationKinds),
  title: DisplayName,
  highlights: Type.Array(Highlight),
});
export type FoundConversation = Static<typeof FoundConversation>;

export const FoundObject = closed({
  object: ObjectReference,
  title: DisplayName,
  conversationId: nullable(ConversationIdSchema),
});
export type FoundObject = Static<typeof FoundObject>;

/** Where a page of messages or files ends; given back to have the next one. */
export const SearchCursor = Type.String({
  maxLength: 80,
  pattern: "^[0-9TZ:.-]+_\\d+_[0-9a-f-]{36}$",
});

/** The newest first. A kind that was not asked for is an empty list. */
export const SearchAnswer = closed({
  messages: Type.Array(FoundMessage),
  files: Type.Array(FoundFile),
  people: Type.Array(Person),
  conversations: Type.Array(FoundConversation),
  objects: Type.Array(FoundObject),
  /** Null where there are no more. */
  nextMessages: nullable(SearchCursor),
  nextFiles: nullable(SearchCursor),
});
export type SearchAnswer = Static<typeof SearchAnswer>;
