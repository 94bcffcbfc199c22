import type { CallEndReason, RequestEndReason } from "@veche/contracts";

export const requestStates = ["waiting", "offered", "active", "ended"] as const;
export type RequestState = (typeof requestStates)[number];

export const requestEvents = [
  "offered",
  /** The ring ended without an answer: back into the queue, to the old place. */
  "offer_returned",
  "accepted",
  "cancelled",
  "customer_gone",
  /** Handed over: into the queue, or straight to a ring (`offered`), while the present operator stays. */
  "transferred",
  /** The operator keeps it after all. */
  "taken_back",
  /** A supervisor becomes its operator, whether it is being handed over or not. */
  "taken_over",
  /** Either side ended the session, or the call it consisted of ended. */
  "finished",
] as const;
export type RequestEvent = (typeof requestEvents)[number];

/** The request's machine; the README shows the same table. An ended request never changes again. */
export const requestTransitions: Readonly<
  Record<RequestState, Partial<Readonly<Record<RequestEvent, RequestState>>>>
> = {
  waiting: {
    offered: "offered",
    taken_back: "active",
    taken_over: "active",
    cancelled: "ended",
    customer_gone: "ended",
    finished: "ended",
  },
  offered: {
    offer_returned: "waiting",
    accepted: "active",
    taken_back: "active",
    taken_over: "active",
    cancelled: "ended",
    customer_gone: "ended",
    finished: "ended",
  },
  active: {
    offered: "offered",
    transferred: "waiting",
    taken_over: "active",
    finished: "ended",
  },
  ended: {},
};

/** The state after the event, or undefined when it cannot happen in this state. */
export const requestAfter = (
  state: RequestState,
  event: RequestEvent,
): RequestState | undefined => requestTransitions[state][event];

export interface EndedCall {
  readonly reason: CallEndReason;
  /** Whose held seat nobody came back to, when the reason is `lost`. */
  readonly lostSide: "operator" | "customer" | null;
  /** Were both sides ever in it? */
  readonly wasAnswered: boolean;
}

export interface ServedRequest {
  /** Is an operator with the customer, be it one who hands the session over? */
  readonly isServed: boolean;
  readonly origin: "customer" | "operator";
}

/** What the end of its call means for a request of sound or picture. */
export function endReasonOfCall(
  request: ServedRequest,
  call: EndedCall,
): RequestEndReason {
  if (!request.isServed)
    return call.reason === "lost" ? "customer_lost" : "abandoned";
  if (call.reason === "lost")
    return call.lostSide === "operator" ? "operator_lost" : "customer_lost";
  if (request.origin === "customer" || call.wasAnswered) return "completed";
  return call.reason === "declined" ? "declined" : "unanswered";
}
