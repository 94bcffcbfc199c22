import type {
  CallId,
  DomainEventOf,
  EarlyAnswer,
  JoinId,
  Signal,
} from "@veche/contracts";
import type { CallRecord } from "./domain/call-record.ts";

type CallChanged = DomainEventOf<"call.changed">;

/** The offer of a caller whom nobody has answered yet. */
interface EarlyOffer {
  readonly callId: CallId;
  readonly fromJoinId: JoinId;
  readonly signal: Signal;
}

/** What somebody who takes a seat has to say to whoever they answer, ahead of the news that they are there. */
export interface AnswerOnSitting extends EarlyAnswer {
  readonly fromJoinId: JoinId;
}

interface StagedCall {
  readonly call: CallRecord;
  readonly answer?: AnswerOnSitting | undefined;
}

/**
 * Open calls as last committed, in memory: signals are authorised against it without a question to the database.
 * A call it doesn't hold is simply read again, so losing the book loses nothing.
 */
export interface CallBook {
  /** Ties a record to the fact that tells of it: whoever hears the fact knows that exactly this was committed. */
  stage(event: CallChanged, staged: StagedCall): void;
  staged(event: CallChanged): StagedCall | undefined;
  get(callId: CallId): CallRecord | undefined;
  /** Calls of groups that are open now. */
  groupCalls(): readonly CallRecord[];
  /** Keeps the newest revision; an ended call is forgotten. */
  put(call: CallRecord): void;
  keepOffer(offer: EarlyOffer): void;
  /** Undefined when the caller has none, or sits elsewhere by now, or the call rings no longer. */
  earlyOffer(callId: CallId): EarlyOffer | undefined;
}

export function createCallBook(): CallBook {
  const stagedCalls = new WeakMap<CallChanged, StagedCall>();
  const calls = new Map<CallId, CallRecord>();
  const offers = new Map<CallId, EarlyOffer>();
  return {
    stage: (event, staged) => void stagedCalls.set(event, staged),
    staged: (event) => stagedCalls.get(event),
    get: (callId) => calls.get(callId),
    groupCalls: () =>
      [...calls.values()].filter(({ kind }) => kind === "group"),
    put(call) {
      if (call.state !== "ringing") offers.delete(call.id);
      if (call.state === "ended") {
        calls.delete(call.id);
        return;
      }
      const known = calls.get(call.id);
      if (known === undefined || known.revision < call.revision)
        calls.set(call.id, call);
    },
    keepOffer: (offer) => void offers.set(offer.callId, offer),
    earlyOffer(callId) {
      const offer = offers.get(callId);
      const isSeated = calls
        .get(callId)
        ?.seats.some(({ joinId }) => joinId === offer?.fromJoinId);
      return isSeated === true ? offer : undefined;
    },
  };
}
