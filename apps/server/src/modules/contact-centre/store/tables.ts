import type { ColumnType, Generated } from "kysely";
import type {
  CallId,
  CannedAnswerId,
  ClientId,
  ConversationId,
  CustomerId,
  JoinId,
  OfferId,
  OfferOutcome,
  OfferReason,
  OperatorState,
  OutcomeId,
  PrincipalId,
  QueueHours,
  QueueId,
  RequestableState,
  RequestEndReason,
  RequestId,
  RequestKind,
  RoutingStrategy,
  TransferAnswer,
  TransferId,
  UserId,
} from "@veche/contracts";
import type { RequestState } from "../domain/request-state.ts";

interface QueuesTable {
  id: QueueId;
  name: string;
  /** Null: it always serves. */
  hours: ColumnType<QueueHours | null, string | null, string | null>;
  /** From 1 to 9; the highest is served first. */
  priority: Generated<number>;
  strategy: Generated<RoutingStrategy>;
  /** Whose operators are rung too for whoever waits longer than this, in whole seconds; both or neither. */
  overflowQueueId: QueueId | null;
  overflowAfterS: number | null;
  /** For so long a customer's last operator is rung first; 0: never. */
  stickyDays: Generated<number>;
  /** Customers are told that a supervisor hears them. */
  tellsSupervision: Generated<boolean>;
  /** Nobody comes into it from then on. */
  archivedAt: Date | null;
}

/** Who is rung for a queue; a queue without a row here rings every operator. */
interface QueueMembersTable {
  queueId: QueueId;
  operatorId: UserId;
}

export interface OperatorsTable {
  userId: UserId;
  name: string;
  state: OperatorState;
  requestedState: RequestableState;
  breakReason: string | null;
  since: Date;
  idleSince: Date;
  missedCount: number;
  /** Null while connected. */
  disconnectedAt: Date | null;
  wrapUpRequestId: RequestId | null;
  wrapUpUntil: Date | null;
}

export interface RequestsTable {
  id: RequestId;
  conversationId: ConversationId;
  queueId: QueueId;
  customerId: CustomerId;
  /** As it was when the request was made. */
  customerName: string;
  kind: RequestKind;
  origin: "customer" | "operator";
  state: RequestState;
  /** Whose command made it, and their own id of that command. */
  authorId: PrincipalId;
  clientId: ClientId;
  operatorId: UserId | null;
  operatorName: string | null;
  /** The call it consists of; null for a chat. */
  callId: CallId | null;
  pageUrl: string | null;
  pageTitle: string | null;
  createdAt: Date;
  acceptedAt: Date | null;
  endedAt: Date | null;
  endReason: RequestEndReason | null;
  /** Who served the customer last, where the queue cared when they came. */
  stickyOperatorId: UserId | null;
  /** When a waiting customer's last socket closed. */
  customerGoneAt: Date | null;
  /** The hand-over going on; until somebody takes over, the operator of a queued request is the one who hands it over. */
  transferId: TransferId | null;
  /** Since when the operator asks supervisors for help; null while they do not. */
  helpAskedAt: Date | null;
  helpWords: string | null;
  /** Since when the customer is on hold; null while they are not. */
  heldAt: Date | null;
  /** How long they were before, whole milliseconds. */
  heldMs: number;
}

export interface TransfersTable {
  id: TransferId;
  requestId: RequestId;
  fromOperatorId: UserId;
  fromOperatorName: string;
  servedSince: Date;
  /** One of the two is set. */
  toOperatorId: UserId | null;
  toQueueId: QueueId | null;
  toName: string | null;
  /** By a supervisor's own word; whoever served did not hand it over to them. */
  isTaken: boolean;
  note: string | null;
  createdAt: Date;
  /** When the one who hands it over stopped serving; null while they still do. */
  leftAt: Date | null;
  closedAt: Date | null;
  /** How the ring meant for one operator ended, if not with their acceptance. */
  answer: TransferAnswer | null;
  outcome: "taken_over" | "taken_back" | "ended" | null;
}

export interface OffersTable {
  id: OfferId;
  requestId: RequestId;
  operatorId: UserId;
  operatorName: string;
  createdAt: Date;
  expiresAt: Date;
  closedAt: Date | null;
  /** Null while it rings. */
  outcome: OfferOutcome | null;
  candidateCount: number;
  idleMs: number;
  /** Null: rung before reasons were kept. */
  reason: OfferReason | null;
  /** The window that accepted it. */
  joinId: JoinId | null;
}

interface OfferExclusionsTable {
  requestId: RequestId;
  operatorId: UserId;
  /** From then on the operator may be asked again. */
  until: Date;
}

export interface WrapUpsTable {
  requestId: RequestId;
  operatorId: UserId;
  outcomeId: OutcomeId | null;
  note: string;
  followUpText: string | null;
  /** A day without a clock. */
  followUpDueOn: string | null;
  savedAt: Date;
}

/** How long an operator was left alone to write a session down. */
export interface WrapUpTimesTable {
  requestId: RequestId;
  since: Date;
  until: Date;
}

export interface CannedAnswersTable {
  id: CannedAnswerId;
  title: string;
  /** In lower case. */
  shortcut: string;
  text: string;
  createdAt: Date;
  updatedAt: Date;
}

export interface ContactCentreTables {
  cannedAnswers: CannedAnswersTable;
  wrapUps: WrapUpsTable;
  wrapUpTimes: WrapUpTimesTable;
  queues: QueuesTable;
  queueMembers: QueueMembersTable;
  operators: OperatorsTable;
  requests: RequestsTable;
  offers: OffersTable;
  offerExclusions: OfferExclusionsTable;
  transfers: TransfersTable;
}
