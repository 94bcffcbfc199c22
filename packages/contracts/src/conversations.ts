import { Type, type Static } from "typebox";
import { deviceClasses } from "./device-access.ts";
import {
  ConversationIdSchema,
  FileIdSchema,
  FolderIdSchema,
  InvitationIdSchema,
  PrincipalIdSchema,
} from "./ids.ts";
import { MessageBody } from "./messages.ts";
import { callSounds, messageSounds } from "./notification-sounds.ts";
import {
  closed,
  DisplayName,
  Instant,
  nullable,
  oneOf,
  Seq,
} from "./shapes.ts";

export const conversationKinds = [
  "direct",
  "group",
  "channel",
  "context",
  "support",
  "external",
] as const;
export type ConversationKind = (typeof conversationKinds)[number];

export const memberRoles = ["owner", "admin", "member", "read_only"] as const;
export type MemberRole = (typeof memberRoles)[number];
export const MemberRoleSchema = oneOf(memberRoles);

/**
 * A conversation of up to so many members is small: all of them stand in it, and their receipts in its log.
 * In a larger one the members are asked for page by page, and receipts are told to their owner's devices only:
 * ten thousand readers of one post would otherwise write ten thousand entries for ten thousand others.
 */
export const SMALL_CONVERSATION_MEMBERS = 50;

export const Member = closed({
  principalId: PrincipalIdSchema,
  /** An application is in the conversations about its objects and owns them. */
  kind: oneOf(["user", "customer", "guest", "application"]),
  name: DisplayName,
  role: MemberRoleSchema,
  /** Positions of this member's receipts: everything up to them was delivered or read. */
  deliveredTo: Seq,
  readTo: Seq,
});
export type Member = Static<typeof Member>;

/** `invited`: members are added; `open`: any user finds it, reads it and joins by themself (C12). */
export const conversationAccess = ["invited", "open"] as const;
/** Who writes: all members but the read-only, or owners and admins alone. */
export const postingRights = ["members", "admins"] as const;

/**
 * Confidential mode (C9, C10): no copy, forward, save or download; hidden when the window loses focus; the reader's
 * name as a watermark. Every change of it is audited.
 */
export const Confidentiality = closed({
  /** Messages delete themselves so long after they were sent; null: they stay. */
  messageLifetimeMs: nullable(
    Type.Integer({ minimum: 60_000, maximum: 31_536_000_000 }),
  ),
  /** Devices of other classes are shown the title only. */
  allowedDevices: Type.Array(oneOf(deviceClasses), {
    minItems: 1,
    uniqueItems: true,
  }),
});
export type Confidentiality = Static<typeof Confidentiality>;

/** Key of an application, as it stands in addresses and in objects' names. */
export const ApplicationKey = Type.String({
  pattern: "^[a-z][a-z0-9-]{1,39}$",
});
/** A data object of a business system: `{application: "shop", type: "order", id: "42"}` (E2). */
export const ObjectReference = closed({
  application: ApplicationKey,
  type: Type.String({ pattern: "^[a-z][a-z0-9_-]{0,39}$" }),
  id: Type.String({ minLength: 1, maxLength: 120, pattern: "^[^\\s/]+$" }),
});
export type ObjectReference = Static<typeof ObjectReference>;

export const notifyLevels = ["all", "mentions", "nothing"] as const;

/** The secret part of an invitation's link. */
export const InvitationToken = Type.String({
  pattern: "^[A-Za-z0-9_-]{43}$",
});
/** Whoever of the staff has its link may join a closed conversation by themself. */
export const Invitation = closed({
  id: InvitationIdSchema,
  conversationId: ConversationIdSchema,
  token: InvitationToken,
  createdAt: Instant,
  /** Null: until it is revoked. */
  expiresAt: nullable(Instant),
  /** How many joined by it. */
  useCount: Type.Integer({ minimum: 0 }),
});
export type Invitation = Static<typeof Invitation>;

/** A folder of my list; conversations are put into it by `conversation.arrange`. */
export const Folder = closed({
  id: FolderIdSchema,
  name: Type.String({ minLength: 1, maxLength: 60 }),
});
export type Folder = Static<typeof Folder>;

/** What I hear of one conversation; null: silence, absent: as my settings say. */
export const ConversationSounds = closed({
  message: Type.Optional(nullable(oneOf(messageSounds))),
  call: Type.Optional(nullable(oneOf(callSounds))),
});
export type ConversationSounds = Static<typeof ConversationSounds>;

/** What was being written here; kept for one's other devices. */
export const Draft = closed({ body: MessageBody, changedAt: Instant });
export type Draft = Static<typeof Draft>;

/** My own side of a conversation: the others don't see it. */
export const Mine = closed({
  role: MemberRoleSchema,
  /** At the top of my list, the smallest first. Null: not pinned. */
  pinnedRank: nullable(Type.Integer({ minimum: 0 })),
  isArchived: Type.Boolean(),
  /** What I am told of by sound and notification. */
  notify: oneOf(notifyLevels),
  /** Silent until then, whatever `notify` says; a year 9999 instant means for good. */
  mutedUntil: nullable(Instant),
  /** Absent: as my settings say. */
  sounds: Type.Optional(ConversationSounds),
  folderIds: Type.Array(FolderIdSchema, { maxItems: 20, uniqueItems: true }),
  draft: nullable(Draft),
});
export type Mine = Static<typeof Mine>;

/** The newest message, for the list. Confidential conversations give no words here. */
export const LastMessage = closed({
  seq: Seq,
  at: Instant,
  authorId: nullable(PrincipalIdSchema),
  authorName: nullable(DisplayName),
  /** Its first words without marks; empty when `hint` says it all. */
  excerpt: Type.String({ maxLength: 200 }),
  hint: nullable(
    oneOf(["picture", "video", "audio", "voice", "file", "sticker", "deleted"]),
  ),
});
export type LastMessage = Static<typeof LastMessage>;

const plainConversation = {
  id: ConversationIdSchema,
  kind: oneOf(conversationKinds),
  title: nullable(DisplayName),
  about: nullable(Type.String({ maxLength: 500 })),
  pictureId: nullable(FileIdSchema),
  access: oneOf(conversationAccess),
  posting: oneOf(postingRights),
  object: nullable(ObjectReference),
  confidentiality: nullable(Confidentiality),
  memberCount: Type.Integer({ minimum: 0 }),
  /** Null for whoever looks from outside. */
  mine: nullable(Mine),
  lastMessage: nullable(LastMessage),
  /** The newest event's position. */
  headSeq: Seq,
  /** Messages of others after my `readTo`. */
  unreadCount: Type.Integer({ minimum: 0 }),
  /** Those of the unread that name me, everybody, or a tag I carry. */
  mentionCount: Type.Integer({ minimum: 0 }),
  createdAt: Instant,
  /** Of the newest message, or the creation: the order of lists. */
  activeAt: Instant,
};

export const Conversation = closed({
  ...plainConversation,
  /** All of a small conversation's; of a large one's only myself. */
  members: Type.Array(Member),
});
export type Conversation = Static<typeof Conversation>;

/** A conversation in a list: with all its members, or, to a client that holds them, with those who have changed. */
export const ListedConversation = closed({
  ...plainConversation,
  members: Type.Optional(Type.Array(Member)),
  /** Nobody has left; who isn't held here is new. Absent where `members` are. */
  changedMembers: Type.Optional(Type.Array(Member)),
});
export type ListedConversation = Static<typeof ListedConversation>;
