import type {
  ConversationId,
  ConversationKind,
  Member,
  PrincipalId,
  TimelineEventType,
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

export interface ChatsTables {
  conversations: ConversationsTable;
  members: MembersTable;
  conversationEvents: ConversationEventsTable;
}
