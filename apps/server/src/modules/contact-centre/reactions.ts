import type { CallId, PrincipalId } from "@veche/contracts";
import type { Alarm } from "../../platform/alarm.ts";
import { createThrottle } from "../../platform/throttle.ts";
import type { Powers } from "./powers.ts";
import { notePresence } from "./use-cases/follow-presence.ts";
import { endWithCall } from "./use-cases/sweep.ts";

/** What the module does when something happened, here or in a module below. */
export interface Reactions extends AsyncDisposable {
  /** Somebody's line opened or closed: look whether they are there. */
  look(principalId: PrincipalId): void;
  quiet(): Promise<void>;
}

export function react(powers: Powers, router: Alarm): Reactions {
  const { bus, calls } = powers;
  const presence = createThrottle<PrincipalId>({
    ...powers,
    everyMs: 0,
    onFailure: "retry",
    flush: async (principalIds) => {
      if (await notePresence(powers, principalIds)) router.ring();
    },
  });
  const endedCalls = createThrottle<CallId>({
    ...powers,
    everyMs: 0,
    onFailure: "retry",
    flush: async (callIds) => {
      for (const outcome of await calls.outcomesOf(callIds))
        await endWithCall(powers, outcome);
      // Whoever was in the call may be rung again.
      router.ring();
    },
  });
  const feeds = new DisposableStack();
  feeds.use(
    bus.on("principal.connected", ({ principalId }) =>
      presence.add(principalId),
    ),
  );
  feeds.use(
    bus.on("principal.disconnected", ({ principalId }) =>
      presence.add(principalId),
    ),
  );
  feeds.use(bus.on("request.changed", () => router.ring()));
  feeds.use(bus.on("operator.changed", () => router.ring()));
  feeds.use(bus.on("call.ended", ({ callId }) => endedCalls.add(callId)));
  return {
    look: (principalId) => presence.add(principalId),
    async quiet() {
      await presence.quiet();
      await endedCalls.quiet();
    },
    async [Symbol.asyncDispose]() {
      feeds.dispose();
      await presence[Symbol.asyncDispose]();
      await endedCalls[Symbol.asyncDispose]();
    },
  };
}
