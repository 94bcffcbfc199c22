import type {
  CallId,
  ParticipantQuality,
  PrincipalId,
  QualitySample,
} from "@veche/contracts";
import { isDeepStrictEqual } from "node:util";
import type { EventBus } from "../../../platform/event-bus.ts";
import { createThrottle } from "../../../platform/throttle.ts";
import type { CallPowers } from "../powers.ts";

/** What one report of one participant says to the others. */
interface Reported {
  readonly callId: CallId;
  readonly principalId: PrincipalId;
  readonly sample: QualitySample;
}

/**
 * How everybody in a group's call is, told together and only where it changed: a hundred people who report each on
 * their own would be two thousand notices a second.
 */
export interface QualityBoard extends AsyncDisposable {
  reported(report: Reported): void;
  /** Forgets calls that ended. */
  follow(bus: EventBus): Disposable;
  quiet(): Promise<void>;
}

interface CallQualities {
  readonly present: Map<PrincipalId, ParticipantQuality>;
  readonly changed: Set<PrincipalId>;
  /** Those who have been told everything, by their `joinId`. */
  told: ReadonlySet<string>;
}

const gatherMs = 500;
const tellEveryMs = 2_000;

export function createQualityBoard(
  powers: Pick<CallPowers, "book" | "hub" | "log" | "timers">,
): QualityBoard {
  const calls = new Map<CallId, CallQualities>();
  const telling = createThrottle<CallId>({
    ...powers,
    gatherMs,
    everyMs: tellEveryMs,
    onFailure: "forget",
    flush: async (callIds) => {
      for (const callId of callIds) tell(powers, callId, calls.get(callId));
    },
  });
  return {
    reported({ callId, principalId, sample }) {
      const call = calls.get(callId) ?? {
        present: new Map(),
        changed: new Set(),
        told: new Set(),
      };
      calls.set(callId, call);
      const quality = qualityIn(principalId, sample);
      if (isDeepStrictEqual(call.present.get(principalId), quality)) return;
      call.present.set(principalId, quality);
      call.changed.add(principalId);
      telling.add(callId);
    },
    follow(bus) {
      const feeds = new DisposableStack();
      feeds.use(
        bus.on("call.changed", ({ callId }) => {
          if (calls.has(callId)) telling.add(callId);
        }),
      );
      feeds.use(
        bus.on("call.ended", ({ callId }) => void calls.delete(callId)),
      );
      return feeds;
    },
    quiet: () => telling.quiet(),
    [Symbol.asyncDispose]: () => telling[Symbol.asyncDispose](),
  };
}

const qualityIn = (
  principalId: PrincipalId,
  { level, reason, sending, receiving, step }: QualitySample,
): ParticipantQuality => ({
  principalId,
  level,
  reason,
  sending: sending ?? null,
  receiving: receiving ?? null,
  step: step ?? "full",
});

function tell(
  { book, hub }: Pick<CallPowers, "book" | "hub">,
  callId: CallId,
  call: CallQualities | undefined,
): void {
  const seats = book
    .get(callId)
    ?.seats.filter(({ state, joinId }) => state !== "left" && joinId !== null);
  if (call === undefined || seats === undefined) return;
  for (const id of call.present.keys())
    if (seats.every(({ principalId }) => principalId !== id))
      call.present.delete(id);
  const [known, fresh] = [true, false].map((isKnown) =>
    seats.filter(({ joinId }) => call.told.has(joinId ?? "") === isKnown),
  );
  const idsOf = (list: typeof seats | undefined): readonly PrincipalId[] =>
    (list ?? []).map(({ principalId }) => principalId);
  const all = [...call.present.values()];
  const changed = all.filter(({ principalId }) =>
    call.changed.has(principalId),
  );
  const notice = (qualities: ParticipantQuality[]) =>
    ({ type: "call.qualities_reported", callId, qualities }) as const;
  if (changed.length > 0) hub.notify(idsOf(known), notice(changed));
  if (all.length > 0) hub.notify(idsOf(fresh), notice(all));
  call.changed.clear();
  call.told = new Set(seats.map(({ joinId }) => joinId ?? ""));
}
