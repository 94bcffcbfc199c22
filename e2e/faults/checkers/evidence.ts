import type {
  ConversationId,
  FileId,
  MessageId,
  PrincipalId,
  TimelineEntry,
  TimelineEvent,
} from "@veche/contracts";
import type { Deed, Scheduled, Sent } from "../record.ts";

/** What one device holds of one conversation at the end, got by resuming and nothing else. */
export interface View {
  readonly who: string;
  readonly conversationId: ConversationId;
  readonly entries: readonly TimelineEntry[];
}

/** What the server says of one member's counters. */
export interface Counters {
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
  readonly deliveredTo: number;
  readonly readTo: number;
  readonly unreadCount: number;
  readonly mentionCount: number;
}

export interface Membership {
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
}

/** What somebody who is out of a group can still see of it at one device. */
export interface Outsider {
  readonly who: string;
  readonly conversationId: ConversationId;
  /** The server says that there is no such conversation. */
  readonly isRefused: boolean;
  readonly isListed: boolean;
  /** So many entries that were written after they went. */
  readonly heldPastLeaving: number;
}

export interface ReactionRow {
  readonly messageId: MessageId;
  readonly principalId: PrincipalId;
  readonly emoji: string;
}

/** A file as the table has it, beside its bytes as they lie in the folder. */
export interface StoredFile {
  readonly fileId: FileId;
  readonly state: "uploading" | "received" | "ready" | "refused" | "removing";
  readonly receivedBytes: number;
  readonly sizeBytes: number;
  /** Null: there are none. */
  readonly heldBytes: number | null;
  readonly sha256: string | null;
}

/** Everything the checkers look at; they look at nothing else. */
export interface Evidence {
  readonly sent: readonly Sent[];
  readonly deeds: readonly Deed[];
  readonly scheduled: readonly Scheduled[];
  /** What the server answered that it may not answer. */
  readonly complaints: readonly string[];
  /** The logs as they stand in the database. */
  readonly logs: ReadonlyMap<ConversationId, readonly TimelineEvent[]>;
  readonly headSeqs: ReadonlyMap<ConversationId, number>;
  readonly views: readonly View[];
  readonly counters: readonly Counters[];
  readonly outsiders: readonly Outsider[];
  /** Who was in when the groups were made; no entry tells of them. */
  readonly firstMembers: readonly Membership[];
  /** Who is in now, by the table. */
  readonly members: readonly Membership[];
  readonly reactions: readonly ReactionRow[];
  /** Messages for later that are still kept; what was refused at its time waits for its author. */
  readonly refusedLater: readonly { readonly id: MessageId }[];
  readonly files: readonly StoredFile[];
  /** What lies among the files and no row knows. */
  readonly strayFiles: readonly string[];
  /** Messages and changes that still wait in an outbox after everything came back. */
  readonly unsent: readonly string[];
  /** Lines that the server told not to come back, with its reason. */
  readonly endedLines: readonly string[];
  readonly isAuditChainIntact: boolean;
  readonly memory: {
    readonly normalBytes: number;
    readonly highestBytes: number;
  };
}

/** Says in a sentence each what is wrong; nothing when all holds. */
export type Checker = (evidence: Evidence) => readonly string[];
