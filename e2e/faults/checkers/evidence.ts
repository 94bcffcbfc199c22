import type {
  ConversationId,
  PrincipalId,
  TimelineEntry,
  TimelineEvent,
} from "@veche/contracts";
import type { Sent } from "../record.ts";

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
}

/** Everything the checkers look at; they look at nothing else. */
export interface Evidence {
  readonly sent: readonly Sent[];
  /** The logs as they stand in the database. */
  readonly logs: ReadonlyMap<ConversationId, readonly TimelineEvent[]>;
  readonly headSeqs: ReadonlyMap<ConversationId, number>;
  readonly views: readonly View[];
  readonly counters: readonly Counters[];
  /** Messages that still wait in an outbox after everything came back. */
  readonly unsentCount: number;
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
