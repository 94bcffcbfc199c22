import type {
  ClientId,
  Conversation,
  ConversationId,
  MessageCreated,
  MessageId,
  UserId,
} from "@veche/contracts";

// Names stand for identifiers: a reader of a failed test understands them.
export const anna = "anna" as UserId; // see above
export const boris = "boris" as UserId; // see above

type Mine = NonNullable<Conversation["mine"]>;

export const mine = (part: Partial<Mine> = {}): Mine => ({
  role: "member",
  pinnedRank: null,
  isArchived: false,
  notify: "all",
  mutedUntil: null,
  folderIds: [],
  draft: null,
  ...part,
});

const member = (principalId: UserId, name: string) => ({
  principalId,
  kind: "user" as const,
  name,
  role: "member" as const,
  deliveredTo: 0,
  readTo: 0,
});

/** A group of Anna and Boris, as Anna's list has it. */
export const conversation = (
  id: string,
  part: Partial<Conversation> = {},
): Conversation => ({
  id: id as ConversationId, // see above
  kind: "group",
  title: id,
  about: null,
  pictureId: null,
  access: "invited",
  posting: "members",
  object: null,
  confidentiality: null,
  members: [member(anna, "Анна Белова"), member(boris, "Boris Clarke")],
  memberCount: 2,
  mine: mine(),
  lastMessage: null,
  headSeq: 0,
  unreadCount: 0,
  mentionCount: 0,
  createdAt: "2026-11-20T10:00:00.000Z",
  activeAt: "2026-11-20T10:00:00.000Z",
  ...part,
});

export const message = (
  seq: number,
  actorId: UserId,
  part: Partial<MessageCreated> = {},
): MessageCreated => ({
  type: "message.created",
  seq,
  at: new Date(Date.UTC(2026, 10, 20, 10, seq)).toISOString(),
  actorId,
  messageId: `m${String(seq)}` as MessageId, // see above
  clientId: `c${String(seq)}` as ClientId, // see above
  body: `text ${String(seq)}`,
  ...part,
});
