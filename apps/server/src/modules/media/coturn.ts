import { chownSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "../../platform/log.ts";
import {
  findNamespaceAccount,
  findUserAccount,
  isRoot,
  ownerOf,
  type Account,
} from "../../platform/process/account.ts";
import { launch } from "../../platform/process/launch.ts";
import { makePrivateFolder } from "../../platform/process/private-folder.ts";
import {
  supervise,
  type Supervised,
} from "../../platform/process/supervise.ts";
import type { Timers } from "../../platform/timers.ts";
import {
  writeCoturnConfiguration,
  type CoturnSettings,
} from "./coturn-configuration.ts";
import { refuseTakenPort } from "./free-port.ts";
import { waitForStunAnswer } from "./stun-probe.ts";

export interface CoturnDeps {
  readonly program: string;
  readonly settings: CoturnSettings;
  readonly dataDir: string;
  readonly log: Log;
  readonly timers: Timers;
}

/** Not root, whatever we are: a relay reads packets of the whole world. */
function chooseAccount({ program, dataDir }: CoturnDeps): Account {
  if (!isRoot()) return { kind: "self" };
  const needs = { programs: [program], folders: [dataDir] };
  const account =
    findUserAccount(["turnserver", "nobody"], needs) ??
    findNamespaceAccount(needs);
  if (account === undefined) {
    throw new Error(
      `The relay does not run as root, and no other account can enter ${dataDir}: set DATA_DIR to a folder that others may pass through.`,
    );
  }
  return account;
}

/** coturn as a child that is kept alive and ends with us. */
export function superviseCoturn(deps: CoturnDeps): Supervised {
  const { program, settings, log, timers } = deps;
  const { folder, addresses, port } = settings;
  const place = { address: addresses.listenIps[0] ?? addresses.relayIp, port };
  let account: Account = { kind: "self" };
  const configurationFile = join(folder, "turn.conf");
  return supervise({
    name: "coturn",
    log,
    async prepare() {
      account = chooseAccount(deps);
      const owner = ownerOf(account);
      makePrivateFolder(folder, owner);
      const text = writeCoturnConfiguration(settings);
      writeFileSync(configurationFile, text, { mode: 0o600 });
      if (owner !== undefined) {
        chownSync(configurationFile, owner.uid, owner.gid);
      }
      for (const address of addresses.listenIps) {
        await refuseTakenPort({ address, port });
      }
    },
    launch: () =>
      launch({
        program,
        args: ["-c", configurationFile],
        account,
        signalWhenWeDie: "SIGKILL",
      }),
    waitUntilReady: (_, signal) => waitForStunAnswer(place, { timers, signal }),
    stop: { signal: "SIGTERM", graceMs: 2_000, lastSignal: "SIGKILL" },
    backOff: { firstMs: 200, maxMs: 30_000 },
    firstStartTries: Number.POSITIVE_INFINITY,
    onLine: (line) => {
      log.trace({ line }, "coturn says");
    },
  });
}
