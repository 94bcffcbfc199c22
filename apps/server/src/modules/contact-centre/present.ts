import type {
  Customer,
  CustomerRequest,
  Offer,
  OperatorStatus,
  ServiceRequest,
  WaitingRequest,
} from "@veche/contracts";
import type { OfferRow, OperatorRow, RequestRow } from "./store/rows.ts";

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export const presentOperator = (operator: OperatorRow): OperatorStatus => ({
  operatorId: operator.userId,
  name: operator.name,
  state: operator.state,
  requestedState: operator.requestedState,
  breakReason: operator.breakReason,
  since: operator.since.toISOString(),
});

/** What staff and customer both see of a request. */
const sharedFields = (request: RequestRow) => ({
  id: request.id,
  conversationId: request.conversationId,
  kind: request.kind,
  state: request.state,
  operatorName: request.operatorName,
  callId: request.callId,
  createdAt: request.createdAt.toISOString(),
  acceptedAt: instant(request.acceptedAt),
  endedAt: instant(request.endedAt),
  endReason: request.endReason,
});

export const presentToStaff = (
  request: RequestRow,
  customer: Customer,
): ServiceRequest => ({
  ...sharedFields(request),
  queueId: request.queueId,
  origin: request.origin,
  customer,
  operatorId: request.operatorId,
});

export interface QueueStanding {
  /** 1 is next; undefined when no longer in the queue. */
  readonly position: number | undefined;
  readonly isStaffed: boolean;
}

export const presentToCustomer = (
  request: RequestRow,
  standing: QueueStanding,
): CustomerRequest => ({
  ...sharedFields(request),
  position: standing.position ?? null,
  isStaffed: standing.isStaffed,
});

export const presentOffer = (
  offer: OfferRow,
  request: ServiceRequest,
): Offer => ({
  id: offer.id,
  request,
  createdAt: offer.createdAt.toISOString(),
  expiresAt: offer.expiresAt.toISOString(),
});

export const presentWaiting = (request: RequestRow): WaitingRequest => ({
  id: request.id,
  kind: request.kind,
  customerName: request.customerName,
  isOffered: request.state === "offered",
  createdAt: request.createdAt.toISOString(),
});
