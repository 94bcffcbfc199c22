import { createHmac } from "node:crypto";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import type { IceConfiguration, PrincipalId } from "@veche/contracts";
import type { Clock } from "../../platform/clock.ts";
import type { Config } from "../../platform/config/config.ts";
import type { Log } from "../../platform/log.ts";
import { findProgram } from "../../platform/process/launch.ts";
import type { Timers } from "../../platform/timers.ts";
import { superviseCoturn } from "./coturn.ts";
import { describeIceServers, type Relay } from "./ice-servers.ts";
import { chooseRelayAddresses } from "./relay-addresses.ts";

type MediaConfig = Pick<
  Config,
  "turn" | "host" | "publicUrl" | "dataDir" | "secretKey"
>;

export interface MediaDeps {
  readonly config: MediaConfig;
  readonly clock: Clock;
  readonly log: Log;
  readonly timers: Timers;
}

/** `off` there is no relay, by setting or because coturn is not installed · `down` it should run and does not. */
type MediaStatus = "up" | "down" | "off";

export interface Media extends AsyncDisposable {
  /**
   * What a browser needs to find a way to the other side: STUN and TURN with a password for this principal,
   * good for ten minutes. An empty list while there is no relay. Give it to members of a call only.
   */
  iceConfiguration(principalId: PrincipalId): IceConfiguration;
  status(): MediaStatus;
  /** Starts the relay where one is to run. Settles at once; the server does not wait for it. */
  start(): void;
}

const program = "turnserver";

/** The ways that calls take between browsers. */
export function createMedia({ config, clock, log, timers }: MediaDeps): Media {
  const relay = createRelay({ config, clock, log, timers });
  return {
    status: relay.status,
    start: relay.start,
    iceConfiguration: (principalId) =>
      describeIceServers({
        relay: relay.status() === "up" ? relay.relay : undefined,
        principalId,
        now: clock.now(),
      }),
    [Symbol.asyncDispose]: relay.stop,
  };
}

interface RunningRelay {
  readonly relay: Relay | undefined;
  readonly status: () => MediaStatus;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

function createRelay(deps: MediaDeps): RunningRelay {
  const { config, log } = deps;
  switch (config.turn.kind) {
    case "off":
      return withoutChild("off", undefined);
    case "external": {
      const { urls, secret } = config.turn;
      return withoutChild("up", { urls, secret });
    }
    case "own": {
      const path = findProgram(program);
      if (path !== undefined) return ownRelay(path, config.turn, deps);
      log.warn(
        "coturn is not installed: calls work only where the two sides reach each other. To turn it on: apt-get install coturn",
      );
      return withoutChild("off", undefined);
    }
  }
}

function withoutChild(
  status: MediaStatus,
  relay: Relay | undefined,
): RunningRelay {
  return {
    relay,
    status: () => status,
    start: () => undefined,
    stop: () => Promise.resolve(),
  };
}

function ownRelay(
  path: string,
  turn: Extract<Config["turn"], { kind: "own" }>,
  { config, log, timers }: MediaDeps,
): RunningRelay {
  const addresses = chooseRelayAddresses({
    ...turn,
    host: config.host,
    publicUrl: config.publicUrl,
    machineIps: machineIps(),
  });
  // Lasts over restarts, so that a password handed out before one is good after it.
  const secret = createHmac("sha256", config.secretKey)
    .update("turn")
    .digest("hex");
  const child = superviseCoturn({
    program: path,
    dataDir: config.dataDir,
    log,
    timers,
    settings: {
      ...turn,
      folder: join(config.dataDir, "turn"),
      addresses,
      secret,
    },
  });
  const place = `${addresses.clientHost}:${turn.port}`;
  return {
    relay: {
      secret,
      urls: [
        `stun:${place}`,
        `turn:${place}?transport=udp`,
        `turn:${place}?transport=tcp`,
      ],
    },
    status: () => (child.state() === "up" ? "up" : "down"),
    start() {
      // Rejects only when it is stopped before it was up; every failed try is in the log already.
      child.start().catch(() => undefined);
    },
    stop: () => child.stop(),
  };
}

function machineIps(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}
