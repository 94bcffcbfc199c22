import { createAlarm } from "../../platform/alarm.ts";
import type { Route } from "../../platform/http/route.ts";
import { erasureRoute } from "./http/erasure-route.ts";
import { retentionRoutes } from "./http/retention-routes.ts";
import type { PrivacyPowers } from "./privacy-powers.ts";
import { sweep } from "./use-cases/sweep.ts";

export type { PersonKeeper } from "./person-keeper.port.ts";

/** The company's and each person's rights over what was said and what is known of them. */
export interface Privacy extends AsyncDisposable {
  readonly routes: readonly Route[];
  start(): void;
  /** Settles when everything that is due is done; for tests. */
  quiet(): Promise<void>;
}

/** A message of a confidential conversation outlives its time by no more than this. */
const sweepEveryMs = 20_000;

export function createPrivacy(deps: PrivacyPowers): Privacy {
  const sweeping = createAlarm({
    ...deps,
    atLeastEveryMs: sweepEveryMs,
    round: async () => {
      await sweep(deps);
      return undefined;
    },
  });
  return {
    routes: [
      ...retentionRoutes({ ...deps, onChange: () => sweeping.ring() }),
      erasureRoute(deps),
    ],
    start: () => sweeping.ring(),
    quiet: () => {
      sweeping.ring();
      return sweeping.quiet();
    },
    [Symbol.asyncDispose]: () => sweeping[Symbol.asyncDispose](),
  };
}
