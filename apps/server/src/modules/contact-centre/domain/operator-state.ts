import type {
  OperatorState,
  RequestableState,
  RequestId,
} from "@veche/contracts";

/** What routing remembers of an operator. */
export interface OperatorStanding {
  readonly state: OperatorState;
  /** Taken when the present work ends. */
  readonly requestedState: RequestableState;
  /** Why they asked for the break; null unless the break is on or asked for. */
  readonly breakReason: string | null;
  readonly since: Date;
  /** When the last ring or work ended: the order in which operators are rung. */
  readonly idleSince: Date;
  /** Rings missed in a row. */
  readonly missedCount: number;
  /** The session that is written down, and until when at the latest; null unless the state is `wrap_up`. */
  readonly wrapUpRequestId: RequestId | null;
  readonly wrapUpUntil: Date | null;
}

export type OperatorEvent =
  | {
      readonly type: "chose";
      readonly state: RequestableState;
      readonly breakReason: string | null;
    }
  /** An offer was made to them. */
  | { readonly type: "rang" }
  | { readonly type: "accepted" }
  | { readonly type: "declined" }
  | { readonly type: "missed" }
  /** The ring stopped through no doing of theirs. */
  | { readonly type: "withdrawn" }
  /** They began work by themselves: called a customer. */
  | { readonly type: "called" }
  | { readonly type: "work_ended" }
  /** The same, and there is something to write down about it. */
  | {
      readonly type: "served";
      readonly requestId: RequestId;
      readonly until: Date;
    }
  | { readonly type: "extended"; readonly until: Date }
  /** It is written down, or the time for it is over. */
  | { readonly type: "wrapped_up" }
  /** Their last socket closed and the grace is over. */
  | { readonly type: "lost" };

export type OperatorEventType = OperatorEvent["type"];

/** `requested`: whatever the operator asked for; `same`: the state stays. Missing: refused. */
type Target = OperatorState | "requested" | "same";

const whileFree = {
  chose: "requested",
  called: "in_call",
  lost: "offline",
} as const;

/** The operator's machine; the README shows the same table. */
export const operatorTransitions: Readonly<
  Record<OperatorState, Partial<Readonly<Record<OperatorEventType, Target>>>>
> = {
  offline: whileFree,
  available: { ...whileFree, rang: "ringing" },
  ringing: {
    chose: "same",
    accepted: "in_call",
    declined: "requested",
    missed: "requested",
    withdrawn: "requested",
  },
  in_call: { chose: "same", work_ended: "requested", served: "wrap_up" },
  wrap_up: { ...whileFree, extended: "same", wrapped_up: "requested" },
  break: whileFree,
  not_responding: whileFree,
};

export interface OperatorStep {
  readonly now: Date;
  readonly missesAllowed: number;
}

/** The operator after the event, or undefined when the event cannot happen in this state. */
export function afterEvent(
  operator: OperatorStanding,
  event: OperatorEvent,
  step: OperatorStep,
): OperatorStanding | undefined {
  const target = operatorTransitions[operator.state][event.type];
  if (target === undefined) return undefined;
  const wish = wishAfter(operator, event);
  const missedCount = missesAfter(operator, event);
  const reached =
    target === "requested"
      ? wish.requestedState
      : target === "same"
        ? operator.state
        : target;
  const isGivenUp =
    event.type === "missed" &&
    reached === "available" &&
    missedCount >= step.missesAllowed;
  const state = isGivenUp ? "not_responding" : reached;
  return {
    ...wish,
    state,
    since: state === operator.state ? operator.since : step.now,
    idleSince: startsIdling(operator, event, state)
      ? step.now
      : operator.idleSince,
    missedCount,
    ...wrapUpAfter(operator, event, state),
  };
}

type WrapUpPart = Pick<OperatorStanding, "wrapUpRequestId" | "wrapUpUntil">;

function wrapUpAfter(
  operator: OperatorStanding,
  event: OperatorEvent,
  state: OperatorState,
): WrapUpPart {
  if (state !== "wrap_up") return { wrapUpRequestId: null, wrapUpUntil: null };
  const { wrapUpRequestId, wrapUpUntil } = operator;
  if (event.type === "served")
    return { wrapUpRequestId: event.requestId, wrapUpUntil: event.until };
  if (event.type === "extended")
    return { wrapUpRequestId, wrapUpUntil: event.until };
  return { wrapUpRequestId, wrapUpUntil };
}

type Wish = Pick<OperatorStanding, "requestedState" | "breakReason">;

function wishAfter(operator: OperatorStanding, event: OperatorEvent): Wish {
  if (event.type === "chose") {
    return {
      requestedState: event.state,
      breakReason: event.state === "break" ? event.breakReason : null,
    };
  }
  if (event.type === "lost")
    return { requestedState: "offline", breakReason: null };
  return {
    requestedState: operator.requestedState,
    breakReason: operator.breakReason,
  };
}

/** Only rings that follow each other count: an answer of any kind, or coming back, begins anew. */
function missesAfter(operator: OperatorStanding, event: OperatorEvent): number {
  if (event.type === "missed") return operator.missedCount + 1;
  const isAlive =
    event.type === "accepted" ||
    event.type === "declined" ||
    event.type === "called";
  return isAlive || event.type === "chose" ? 0 : operator.missedCount;
}

/** Who declined or missed goes to the end of the line; whose ring was withdrawn keeps the place. */
function startsIdling(
  operator: OperatorStanding,
  event: OperatorEvent,
  state: OperatorState,
): boolean {
  if (
    event.type === "declined" ||
    event.type === "missed" ||
    event.type === "work_ended" ||
    event.type === "served" ||
    event.type === "wrapped_up"
  )
    return true;
  return (
    event.type === "chose" &&
    state === "available" &&
    operator.state !== "available"
  );
}
