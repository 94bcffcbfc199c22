import { createAlarm } from "../../platform/alarm.ts";
import type { ByteRoute } from "../../platform/http/byte-route.ts";
import type { Route } from "../../platform/http/route.ts";
import { createExportFolder } from "./export/export-folder.ts";
import { erasureRoutes } from "./http/erasure-routes.ts";
import { exportFileRoute, exportRoutes } from "./http/export-routes.ts";
import { retentionRoutes } from "./http/retention-routes.ts";
import type { PrivacyPowers } from "./privacy-powers.ts";
import { makeExports } from "./use-cases/make-exports.ts";
import { sweep } from "./use-cases/sweep.ts";

export type { PrivacyPowers } from "./privacy-powers.ts";
export type { PersonKeeper } from "./person-keeper.port.ts";
export type { PersonTeller } from "./person-teller.port.ts";

/** The company's and each person's rights over what was said and what is known of them. */
export interface Privacy extends AsyncDisposable {
  readonly routes: readonly Route[];
  /** The copies of a person's data. */
  readonly byteRoutes: readonly ByteRoute[];
  start(): void;
  /** Settles when everything that is due is done; for tests. */
  quiet(): Promise<void>;
}

/** A message of a confidential conversation outlives its time by no more than this. */
const sweepEveryMs = 20_000;
/** What a dead process left is taken up by then, and what expired is removed. */
const exportEveryMs = 30_000;

export function createPrivacy(deps: PrivacyPowers): Privacy {
  const sweeping = createAlarm({
    ...deps,
    atLeastEveryMs: sweepEveryMs,
    round: async () => {
      await sweep(deps);
      return undefined;
    },
  });
  const folder = createExportFolder(deps.exportFolder);
  const exporting = createAlarm({
    ...deps,
    atLeastEveryMs: exportEveryMs,
    round: async () => {
      await makeExports({ ...deps, folder });
      return undefined;
    },
  });
  const ring = (): void => {
    sweeping.ring();
    exporting.ring();
  };
  return {
    routes: [
      ...retentionRoutes({ ...deps, onChange: () => sweeping.ring() }),
      ...exportRoutes({ ...deps, onChange: () => exporting.ring() }),
      ...erasureRoutes({ ...deps, onChange: () => exporting.ring() }),
    ],
    byteRoutes: [exportFileRoute({ ...deps, folder })],
    start: ring,
    async quiet() {
      ring();
      await sweeping.quiet();
      await exporting.quiet();
    },
    async [Symbol.asyncDispose]() {
      await sweeping[Symbol.asyncDispose]();
      await exporting[Symbol.asyncDispose]();
    },
  };
}
