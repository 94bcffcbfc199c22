import type { CallId } from "@veche/contracts";
import { createThrottle } from "../../platform/throttle.ts";
import type { RecordingPowers } from "./recording-powers.ts";
import { recordAsPlanned } from "./use-cases/record-as-planned.ts";

const mostRemembered = 2_000;

interface Plans extends AsyncDisposable {
  quiet(): Promise<void>;
}

/** Begins what conferences planned, as soon as somebody is in the call who may. */
export function followPlans(powers: RecordingPowers): Plans {
  /** Of the last calls it is remembered that nothing more comes of them. */
  const settled = new Set<CallId>();
  const looks = createThrottle<CallId>({
    ...powers,
    everyMs: 0,
    onFailure: "retry",
    flush: async (callIds) => {
      for (const callId of callIds) {
        if ((await recordAsPlanned(powers, callId)) === "waiting") continue;
        settled.add(callId);
        const [oldest] = settled;
        if (settled.size > mostRemembered && oldest !== undefined)
          settled.delete(oldest);
      }
    },
  });
  const feed = powers.bus.on("call.changed", ({ callId }) => {
    if (!settled.has(callId)) looks.add(callId);
  });
  return {
    quiet: () => looks.quiet(),
    async [Symbol.asyncDispose]() {
      feed[Symbol.dispose]();
      await looks[Symbol.asyncDispose]();
    },
  };
}
