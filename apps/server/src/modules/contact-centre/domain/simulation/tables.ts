import type {
  OfferId,
  RequestEndReason,
  RequestId,
  UserId,
} from "@veche/contracts";
import type { QueueView } from "../decide.ts";
import type { OfferState } from "../offer-state.ts";
import type { OperatorStanding } from "../operator-state.ts";
import type { RequestState } from "../request-state.ts";

export interface OperatorRow {
  readonly id: UserId;
  standing: OperatorStanding;
  /** Null while connected. */
  disconnectedAt: Date | null;
  lastRungAt: Date | null;
  acceptedCount: number;
}

export interface RequestRow {
  readonly id: RequestId;
  readonly createdAt: Date;
  readonly stickyOperatorId: UserId | null;
  queue: QueueView;
  state: RequestState;
  operatorId: UserId | null;
  customerGoneAt: Date | null;
  readonly refusals: Map<UserId, Date>;
  /** Every end it ever had: exactly one is right. */
  readonly ends: RequestEndReason[];
}

export interface OfferRow {
  readonly id: OfferId;
  readonly requestId: RequestId;
  readonly operatorId: UserId;
  readonly expiresAt: Date;
  state: OfferState;
}

/** What the database would hold: survives every crash. */
export interface Tables {
  readonly operators: Map<UserId, OperatorRow>;
  /** Open and ended ones. */
  readonly requests: Map<RequestId, RequestRow>;
  readonly open: Set<RequestRow>;
  /** Only open ones: a closed offer is forgotten after its consequences. */
  readonly offers: Map<OfferId, OfferRow>;
}

export const emptyTables = (): Tables => ({
  operators: new Map(),
  requests: new Map(),
  open: new Set(),
  offers: new Map(),
});
