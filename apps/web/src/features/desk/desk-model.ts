import type {
  Board,
  DeskSnapshot,
  Offer,
  OfferId,
  OfferOutcome,
  OperatorStatus,
  ServiceRequest,
  UserId,
} from "@veche/contracts";

/** What became of the last ring, when it was not answered here. */
export interface MissedRing {
  readonly outcome: Exclude<OfferOutcome, "declined">;
  readonly name: string;
}

/** Everything the Desk shows, as the server last told it. */
export interface DeskState {
  /** Null until the first snapshot. */
  readonly status: OperatorStatus | null;
  readonly board: Board | null;
  readonly offer: Offer | null;
  /** The session the operator is in; null between customers. */
  readonly session: ServiceRequest | null;
  /** The last session, shown until the operator goes on. */
  readonly summary: ServiceRequest | null;
  readonly missed: MissedRing | null;
}

export const emptyDesk: DeskState = {
  status: null,
  board: null,
  offer: null,
  session: null,
  summary: null,
  missed: null,
};

const endedIn = (
  state: DeskState,
  active: readonly ServiceRequest[],
): ServiceRequest | null =>
  state.session !== null && !active.some(({ id }) => id === state.session?.id)
    ? state.session
    : null;

/** The state after a connection: what was missed while the line was cut is found by comparing. */
export function afterSnapshot(state: DeskState, desk: DeskSnapshot): DeskState {
  return {
    status: desk.status,
    board: desk.board,
    offer: desk.offer,
    session: desk.active.at(-1) ?? null,
    summary: endedIn(state, desk.active) ?? state.summary ?? desk.wrappingUp,
    missed: state.missed,
  };
}

/** A ring replaces whatever was said of the ring before it. */
export const afterOffer = (state: DeskState, offer: Offer): DeskState => ({
  ...state,
  offer,
  missed: null,
});

/** The ring stopped. A decline was the operator's own word and needs no explanation. */
export function afterOfferClosed(
  state: DeskState,
  offerId: OfferId,
  outcome: OfferOutcome,
): DeskState {
  if (state.offer?.id !== offerId) return state;
  const { name } = state.offer.request.customer;
  return {
    ...state,
    offer: null,
    missed: outcome === "declined" ? state.missed : { outcome, name },
  };
}

/** The operator accepted here: the session begins before the server's notice of it comes. */
export const afterAccepted = (
  state: DeskState,
  request: ServiceRequest,
): DeskState => ({
  ...state,
  offer: null,
  session: request,
  summary: null,
  missed: null,
});

function withEnded(state: DeskState, request: ServiceRequest): DeskState {
  if (state.session?.id !== request.id) return state;
  return { ...state, session: null, summary: request };
}

/** A request of mine changed; others' are none of the Desk's business. */
export function afterRequest(
  state: DeskState,
  request: ServiceRequest,
  me: UserId,
): DeskState {
  if (request.state === "ended") return withEnded(state, request);
  // Handed over, or left in the queue for whoever comes next.
  if (request.operatorId !== me) return withEnded(state, request);
  return request.state === "active"
    ? { ...state, session: request, summary: null }
    : state;
}

export const afterSummarySeen = (state: DeskState): DeskState =>
  state.summary === null ? state : { ...state, summary: null };

/** The ring is over by this operator's own word, or is found to be gone. */
export const afterOfferCleared = (
  state: DeskState,
  offerId: OfferId,
): DeskState =>
  state.offer?.id === offerId ? { ...state, offer: null } : state;

/** My own new state: becoming available settles what was missed. */
export const afterStatus = (
  state: DeskState,
  status: OperatorStatus,
): DeskState => ({
  ...state,
  status,
  missed: status.state === "available" ? null : state.missed,
});
