import type { PrincipalId } from "@veche/contracts";
import type { Alarm } from "../../platform/alarm.ts";
import type { Powers } from "./powers.ts";
import type { Throttle } from "./realtime/throttle.ts";
import { endWithCall } from "./use-cases/sweep.ts";

/** What the module does when something happened, here or in a module below. */
export function react(
  powers: Powers,
  {
    router,
    presence,
  }: { readonly router: Alarm; readonly presence: Throttle<PrincipalId> },
): DisposableStack {
  const { bus, calls } = powers;
  const subscriptions = new DisposableStack();
  subscriptions.use(
    bus.on("principal.connected", ({ principalId }) =>
      presence.add(principalId),
    ),
  );
  subscriptions.use(
    bus.on("principal.disconnected", ({ principalId }) =>
      presence.add(principalId),
    ),
  );
  subscriptions.use(bus.on("request.changed", () => router.ring()));
  subscriptions.use(bus.on("operator.changed", () => router.ring()));
  subscriptions.use(
    bus.on("call.ended", async ({ callId }) => {
      for (const outcome of await calls.outcomesOf([callId]))
        await endWithCall(powers, outcome);
      // Whoever was in it may be rung again.
      router.ring();
    }),
  );
  return subscriptions;
}
