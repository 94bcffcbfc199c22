import type { CallId } from "@veche/contracts";
import type { Alarm } from "../../platform/alarm.ts";
import { createThrottle } from "../../platform/throttle.ts";
import type { CallPowers } from "./powers.ts";
import { projectCalls } from "./realtime/project-calls.ts";
import { keepVerdict } from "./use-cases/judge-quality.ts";
import { holdSeatsOf } from "./use-cases/keep-time.ts";

/** What the module does when something happened to its calls or to a socket. */
export interface Reactions extends AsyncDisposable {
  lineClosed(connectionId: string): void;
  quiet(): Promise<void>;
}

export function react(powers: CallPowers, alarm: Alarm): Reactions {
  const { bus } = powers;
  // A socket that closed while the database was away still has its seats held, a little later.
  const closedLines = createThrottle<string>({
    ...powers,
    everyMs: 0,
    onFailure: "retry",
    flush: (connectionIds) => holdSeatsOf(powers, connectionIds),
  });
  const endedCalls = createThrottle<CallId>({
    ...powers,
    everyMs: 0,
    onFailure: "forget",
    flush: async (callIds) => {
      for (const callId of callIds) await keepVerdict(powers, callId);
    },
  });
  const feeds = new DisposableStack();
  feeds.use(projectCalls(powers));
  feeds.use(bus.on("call.changed", () => alarm.nudge()));
  feeds.use(bus.on("call.ended", ({ callId }) => endedCalls.add(callId)));
  return {
    lineClosed: (connectionId) => closedLines.add(connectionId),
    async quiet() {
      await closedLines.quiet();
      await endedCalls.quiet();
    },
    async [Symbol.asyncDispose]() {
      feeds.dispose();
      await closedLines[Symbol.asyncDispose]();
      await endedCalls[Symbol.asyncDispose]();
    },
  };
}
