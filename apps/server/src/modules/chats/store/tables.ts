import type {
  ClientId,
  Confidentiality,
  Conversation,
  ConversationId,
  ConversationKind,
  ConversationSounds,
  Draft,
  FileId,
  FolderId,
  InvitationId,
  LastMessage,
  Member,
  Mine,
  PrincipalId,
  TimelineEventType,
  UserId,
} from "@veche/contracts";

interface ConversationsTable {
  id: ConversationId;
  kind: ConversationKind;
  title: string | null;
  /** Position of the newest event. */
  headSeq: number;
  /** Position of the newest event that is not a receipt: what receipts can usefully move to. */
  lastEntrySeq: number;
  createdAt: Date;
  changedAt: Date;
  about: string | null;
  pictureId: FileId | null;
  access: Conversation["access"];
  posting: Conversation["posting"];
  /** Of a context conversation; the three are set together. */
  objectApplication: string | null;
  objectType: string | null;
  objectId: string | null;
  confidentiality: Confidentiality | null;
  lastMessage: LastMessage | null;
  activeAt: Date;
  /** Of present members; kept beside them. */
  memberCount: number;
  /** The two of a direct conversation, in the order of their ids. */
  directOne: UserId | null;
  directOther: UserId | null;
  /** Unique together: the key of idempotent creation. */
  createdBy: PrincipalId | null;
  clientId: ClientId | null;
  /** Taken away from everybody; nothing of what was said is left. */
  deletedAt: Date | null;
}

interface MembersTable {
  conversationId: ConversationId;
  principalId: PrincipalId;
  kind: Member["kind"];
  /** As it was when last told; kept fresh by renames. */
  name: string;
  role: Member["role"];
  deliveredTo: number;
  readTo: number;
  joinedAt: Date;
  leftAt: Date | null;
  pinnedRank: number | null;
  isArchived: boolean;
  notify: Mine["notify"];
  mutedUntil: Date | null;
  /** Null: as the settings of the member say. */
  sounds: ConversationSounds | null;
  folderIds: FolderId[];
  draft: Draft | null;
}

interface ConversationEventsTable {
  conversationId: ConversationId;
  seq: number;
  type: TimelineEventType;
  at: Date;
  actorId: PrincipalId | null;
  /** The event's own fields, those beside type, seq, at and actorId. */
  payload: unknown;
}

interface MentionsTable {
  conversationId: ConversationId;
  /** The message's position. */
  seq: number;
  /** A principal; the nil id: everybody. */
  targetId: string;
  authorId: PrincipalId;
}

interface InvitationsTable {
  id: InvitationId;
  conversationId: ConversationId;
  token: string;
  /** Unique with the client id: the key of idempotent creation. */
  createdBy: UserId;
  clientId: ClientId;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  useCount: number;
}

interface FoldersTable {
  id: FolderId;
  ownerId: PrincipalId;
  /** Unique with the owner: the key of idempotent creation. */
  clientId: ClientId;
  name: string;
  rank: number;
}

export interface ChatsTables {
  conversations: ConversationsTable;
  members: MembersTable;
  conversationEvents: ConversationEventsTable;
  folders: FoldersTable;
  invitations: InvitationsTable;
  mentions: MentionsTable;
}
