import type {
  CallId,
  ClientId,
  ConversationId,
  CustomerId,
  JoinId,
  OfferId,
  OfferOutcome,
  OperatorState,
  PrincipalId,
  QueueId,
  RequestableState,
  RequestEndReason,
  RequestId,
  RequestKind,
  UserId,
} from "@veche/contracts";
import type { RequestState } from "../domain/request-state.ts";

interface QueuesTable {
  id: QueueId;
  name: string;
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
  /** When a waiting customer's last socket closed. */
  customerGoneAt: Date | null;
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
  /** The window that accepted it. */
  joinId: JoinId | null;
}

interface OfferExclusionsTable {
  requestId: RequestId;
  operatorId: UserId;
  /** From then on the operator may be asked again. */
  until: Date;
}

export interface ContactCentreTables {
  queues: QueuesTable;
  operators: OperatorsTable;
  requests: RequestsTable;
  offers: OffersTable;
  offerExclusions: OfferExclusionsTable;
}
