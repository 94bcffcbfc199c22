import { chownSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../../platform/clock.ts";
import type { TurnTlsConfig } from "../../platform/config/config.ts";
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
import { RelayCertificate } from "./relay-certificate.ts";
import { waitForStunAnswer } from "./stun-probe.ts";

export interface CoturnDeps {
  readonly program: string;
  readonly settings: Omit<CoturnSettings, "tls">;
  /** Where the administrator keeps the certificate; null: no TLS. */
  readonly tls: TurnTlsConfig | null;
  readonly clock: Clock;
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

/** How often the certificate's files are looked at: a renewed one is served long before the old one ends. */
const certificateLookMs = 3_600_000;

export interface SupervisedRelay extends Supervised {
  /** Is TLS wanted, and is there a certificate for it? */
  speaksTls(): boolean;
}

/** coturn as a child that is kept alive and ends with us. */
export function superviseCoturn(deps: CoturnDeps): SupervisedRelay {
  const { tls, settings, timers } = deps;
  const certificate =
    tls === null
      ? undefined
      : new RelayCertificate({ ...deps, ...settings, tls });
  const child = superviseChild(deps, certificate);
  const looking =
    certificate &&
    timers.every(certificateLookMs, () => {
      const processId = child.processId();
      // coturn reads its certificate again, and calls go on.
      if (certificate.renew() && processId !== undefined)
        process.kill(processId, "SIGUSR2");
    });
  return {
    ...child,
    speaksTls: () => certificate?.isPlaced === true,
    stop() {
      looking?.[Symbol.dispose]();
      return child.stop();
    },
  };
}

function superviseChild(
  deps: CoturnDeps,
  certificate: RelayCertificate | undefined,
): Supervised {
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
      const tls = certificate?.place(owner) ?? null;
      const text = writeCoturnConfiguration({ ...settings, tls });
      writeFileSync(configurationFile, text, { mode: 0o600 });
      if (owner !== undefined) {
        chownSync(configurationFile, owner.uid, owner.gid);
      }
      for (const address of addresses.listenIps)
        for (const own of tls === null ? [port] : [port, tls.port])
          await refuseTakenPort({ address, port: own });
    },
    launch: () =>
      launch({
        program,
        args: ["-c", configurationFile],
        account,
        signalWhenWeDie: "SIGKILL",
        bindsLowPorts: deps.tls !== null && deps.tls.port < 1024,
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
