import type {
  Attachment,
  AttachedFile,
  Confidentiality,
  Conversation,
  ConversationId,
  ConversationSounds,
  FileId,
  Folder,
  FolderId,
  Invitation,
  InvitationId,
  Member,
  MemberRole,
  Mention,
  MessageCreated,
  ObjectCard,
  Reminder,
  SavedMessage,
  ScheduledMessage,
  MessageId,
  MessageInfo,
  Person,
  PrincipalId,
  ReminderId,
  Tag,
  UserId,
} from "@veche/contracts";
import type { Square } from "../../platform/square-crop/square.ts";
import type { StickerAsks } from "./stickers/sticker-asks.ts";

interface NewConversation {
  readonly kind: "group" | "channel";
  readonly title: string;
  readonly about: string | null;
  readonly access: Conversation["access"];
  readonly posting: Conversation["posting"];
  readonly memberIds: readonly UserId[];
}

/** What is named changes, the rest stays. */
export interface ConversationChange {
  readonly title?: string;
  readonly about?: string | null;
  readonly pictureId?: FileId | null;
  readonly access?: Conversation["access"];
  readonly posting?: Conversation["posting"];
  readonly confidentiality?: Confidentiality | null;
}

interface Arrangement {
  readonly pinnedRank?: number | null;
  readonly isArchived?: boolean;
  readonly notify?: "all" | "mentions" | "nothing";
  /** ISO 8601; null: heard again. */
  readonly mutedUntil?: string | null;
  /** `{}`: as my settings say. */
  readonly sounds?: ConversationSounds;
  readonly folderIds?: readonly FolderId[];
}

interface MessagePlace {
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
}

/** Everything the messenger asks of the server beside writing, which goes through the outbox. Rejects as commands and REST do. */
export interface Asks {
  readonly openDirect: (userId: UserId) => Promise<Conversation>;
  readonly create: (wanted: NewConversation) => Promise<Conversation>;
  readonly update: (
    id: ConversationId,
    change: ConversationChange,
  ) => Promise<void>;
  readonly join: (id: ConversationId) => Promise<Conversation>;
  readonly leave: (id: ConversationId) => Promise<void>;
  readonly remove: (id: ConversationId) => Promise<void>;
  readonly addMembers: (
    id: ConversationId,
    userIds: readonly UserId[],
  ) => Promise<void>;
  readonly removeMember: (
    id: ConversationId,
    who: PrincipalId,
  ) => Promise<void>;
  readonly setRole: (
    id: ConversationId,
    who: PrincipalId,
    role: MemberRole,
  ) => Promise<void>;
  readonly arrange: (
    id: ConversationId,
    arrangement: Arrangement,
  ) => Promise<void>;
  readonly markUnread: (id: ConversationId, fromSeq: number) => Promise<void>;
  readonly people: (text: string) => Promise<readonly Person[]>;
  readonly members: (
    id: ConversationId,
    text: string,
  ) => Promise<readonly Member[]>;
  readonly memberCount: (id: ConversationId) => Promise<number>;
  readonly openChannels: (text: string) => Promise<readonly Conversation[]>;
  readonly invitations: (id: ConversationId) => Promise<readonly Invitation[]>;
  /** A link to join by; `expiresAt` null: until it is revoked. */
  readonly invite: (
    id: ConversationId,
    expiresAt: string | null,
  ) => Promise<Invitation>;
  readonly revokeInvitation: (
    id: ConversationId,
    invitationId: InvitationId,
  ) => Promise<void>;
  readonly folders: () => Promise<readonly Folder[]>;
  readonly createFolder: (name: string) => Promise<FolderId>;
  readonly renameFolder: (id: FolderId, name: string) => Promise<void>;
  readonly deleteFolder: (id: FolderId) => Promise<void>;
  readonly orderFolders: (ids: readonly FolderId[]) => Promise<void>;
  readonly tags: () => Promise<readonly Tag[]>;
  /** A square cut out of a picture of mine, as a file of its own. */
  readonly cutSquare: (fileId: FileId, square: Square) => Promise<Attachment>;
  readonly pin: (
    wanted: MessagePlace & { readonly isPinned: boolean },
  ) => Promise<void>;
  readonly pinned: (id: ConversationId) => Promise<readonly MessageCreated[]>;
  readonly save: (
    wanted: MessagePlace & { readonly isSaved: boolean },
  ) => Promise<void>;
  readonly saved: () => Promise<readonly SavedMessage[]>;
  readonly remind: (place: MessagePlace, at: string) => Promise<void>;
  readonly reminders: () => Promise<readonly Reminder[]>;
  readonly cancelReminder: (id: ReminderId) => Promise<void>;
  readonly info: (place: MessagePlace) => Promise<MessageInfo>;
  readonly schedule: (message: {
    readonly conversationId: ConversationId;
    readonly body: string;
    readonly mentions: readonly Mention[];
    readonly attachments: readonly AttachedFile[];
    readonly sendAt: string;
  }) => Promise<void>;
  readonly scheduled: (
    id: ConversationId,
  ) => Promise<readonly ScheduledMessage[]>;
  readonly reschedule: (
    id: MessageId,
    change: { readonly body?: string; readonly sendAt?: string },
  ) => Promise<void>;
  readonly unschedule: (id: MessageId) => Promise<void>;
  readonly stickers: StickerAsks;
  /** The card of what a conversation is about; null where there is none (any more). */
  readonly card: (id: ConversationId) => Promise<ObjectCard | null>;
}
