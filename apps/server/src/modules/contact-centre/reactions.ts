import type { CallId, PrincipalId, RequestId } from "@veche/contracts";
import type { Alarm } from "../../platform/alarm.ts";
import { createThrottle } from "../../platform/throttle.ts";
import type { Powers } from "./powers.ts";
import { notePresence } from "./use-cases/follow-presence.ts";
import { releaseWhoLeft } from "./use-cases/release-who-left.ts";
import { endWithCall } from "./use-cases/sweep.ts";

/** What the module does when something happened, here or in a module below. */
export interface Reactions extends AsyncDisposable {
  /** Somebody's line opened or closed: look whether they are there. */
  look(principalId: PrincipalId): void;
  quiet(): Promise<void>;
}

/** Work that is gathered and done a moment later, also when the database was away meanwhile. */
function createWork(powers: Powers, router: Alarm) {
  const work = <Key>(flush: (keys: readonly Key[]) => Promise<void>) =>
    createThrottle<Key>({ ...powers, everyMs: 0, onFailure: "retry", flush });
  return {
    presence: work<PrincipalId>(async (principalIds) => {
      if (await notePresence(powers, principalIds)) router.ring();
    }),
    endedCalls: work<CallId>(async (callIds) => {
      for (const outcome of await powers.calls.outcomesOf(callIds))
        await endWithCall(powers, outcome);
      // Whoever was in the call may be rung again.
      router.ring();
    }),
    leftCalls: work<RequestId>(async (requestIds) => {
      for (const requestId of requestIds)
        await releaseWhoLeft(powers, requestId);
      router.ring();
    }),
  };
}

export function react(powers: Powers, router: Alarm): Reactions {
  const { bus } = powers;
  const gathered = createWork(powers, router);
  const { presence, endedCalls, leftCalls } = gathered;
  const parts = Object.values(gathered);
  const feeds = new DisposableStack();
  feeds.use(
    bus.on("call.operator_left", ({ requestId }) => leftCalls.add(requestId)),
  );
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
  feeds.use(bus.on("queue.changed", () => router.ring()));
  feeds.use(bus.on("call.ended", ({ callId }) => endedCalls.add(callId)));
  return {
    look: (principalId) => presence.add(principalId),
    async quiet() {
      for (const part of parts) await part.quiet();
    },
    async [Symbol.asyncDispose]() {
      feeds.dispose();
      for (const part of parts) await part[Symbol.asyncDispose]();
    },
  };
}
