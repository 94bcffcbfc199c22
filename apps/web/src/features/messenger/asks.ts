import type {
  Confidentiality,
  Conversation,
  ConversationId,
  FileId,
  Folder,
  FolderId,
  Member,
  MemberRole,
  Mention,
  MessageCreated,
  Reminder,
  SavedMessage,
  ScheduledMessage,
  StickerSet,
  MessageId,
  MessageInfo,
  Person,
  PersonCard,
  PrincipalId,
  ReminderId,
  UserId,
} from "@veche/contracts";

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
  readonly person: (userId: UserId) => Promise<PersonCard>;
  readonly people: (text: string) => Promise<readonly Person[]>;
  readonly members: (
    id: ConversationId,
    text: string,
  ) => Promise<readonly Member[]>;
  readonly openChannels: (text: string) => Promise<readonly Conversation[]>;
  readonly folders: () => Promise<readonly Folder[]>;
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
  readonly stickerSets: () => Promise<readonly StickerSet[]>;
}
