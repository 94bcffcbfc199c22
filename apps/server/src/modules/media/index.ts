import { createHmac } from "node:crypto";
import { join } from "node:path";
import type {
  IceConfiguration,
  MediaNode,
  PrincipalId,
} from "@veche/contracts";
import type { Clock } from "../../platform/clock.ts";
import type { Config } from "../../platform/config/config.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import { findProgram } from "../../platform/process/launch.ts";
import type { Timers } from "../../platform/timers.ts";
import { superviseCoturn } from "./coturn.ts";
import { describeIceServers, type Relay } from "./ice-servers.ts";
import { machineIps } from "./machine-ips.ts";
import type { MediaServerStatus } from "./media-server.ts";
import { createNodes } from "./nodes/create-nodes.ts";
import { createRooms } from "./rooms/create-rooms.ts";
import type { Rooms } from "./rooms/room-face.ts";
import type { RoomLimits } from "./rooms/wanted-lines.ts";
import { readCertificate } from "./relay-certificate.ts";
import { chooseRelayAddresses } from "./relay-addresses.ts";

type MediaConfig = Pick<
  Config,
  | "turn"
  | "mediaNodes"
  | "mediaServer"
  | "host"
  | "publicUrl"
  | "dataDir"
  | "secretKey"
>;

export interface MediaDeps {
  readonly config: MediaConfig;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly timers: Timers;
  /** What a viewer of a call gets at most; otherwise what a browser can show. */
  readonly roomLimits?: RoomLimits;
}

/** `off` there is no relay, by setting or because coturn is not installed · `down` it should run and does not. */
type MediaStatus = "up" | "down" | "off";

type RelayTlsState =
  | { readonly kind: "none" | "broken" }
  | { readonly kind: "good"; readonly validTo: Date };

export type { Rooms } from "./rooms/room-face.ts";

export interface Media extends AsyncDisposable {
  /**
   * What a browser needs to find a way to the other side: STUN and TURN with a password for this principal,
   * good for ten minutes. An empty list while there is no relay. Give it to members of a call only.
   */
  iceConfiguration(principalId: PrincipalId): IceConfiguration;
  status(): MediaStatus;
  /** Of the relay that runs inside: whether its certificate is good, and until when. */
  relayTls(): RelayTlsState;
  /** Of the media servers together, through which calls of three and more go: `up` while one of them answers. */
  serverStatus(): MediaServerStatus;
  /** Of calls that go through Janus. */
  readonly rooms: Rooms;
  /** Every media server, the one inside first. */
  nodes(): readonly MediaNode[];
  /** From now on this media server takes no new rooms, or takes them again. */
  drain(name: string, order: { readonly isDraining: boolean }): void;
  /** Starts what is to run. Settles at once; the server does not wait for it. */
  start(): void;
}

const program = "turnserver";

/** The ways that calls take between browsers. */
export function createMedia({
  config,
  clock,
  ids,
  log,
  timers,
  roomLimits,
}: MediaDeps): Media {
  const roomKey = createHmac("sha256", config.secretKey)
    .update("janus rooms")
    .digest("hex");
  const rooms = createRooms({
    ...{ clock, ids, log, timers, roomKey },
    ...(roomLimits !== undefined && { limits: roomLimits }),
  });
  const nodes = createNodes({ config, ids, log, timers, rooms, roomKey });
  const relay = createRelay(
    { config, clock, ids, log, timers },
    nodes.addresses,
  );
  return {
    status: relay.status,
    relayTls: () => relayTlsOf(config.turn, clock),
    serverStatus: nodes.status,
    rooms,
    nodes: nodes.list,
    drain: (name, order) => rooms.drain(name, order),
    start() {
      relay.start();
      nodes.start();
    },
    iceConfiguration: (principalId) =>
      describeIceServers({
        relay: relay.status() === "up" ? relay.relay : undefined,
        principalId,
        now: clock.now(),
      }),
    async [Symbol.asyncDispose]() {
      await Promise.all([relay.stop(), nodes.stop()]);
    },
  };
}

function relayTlsOf(turn: Config["turn"], clock: Clock): RelayTlsState {
  if (turn.kind !== "own" || turn.tls === null) return { kind: "none" };
  const reading = readCertificate(turn.tls, clock.now());
  return reading.ok
    ? { kind: "good", validTo: reading.validTo }
    : { kind: "broken" };
}

interface RunningRelay {
  readonly relay: Relay | undefined;
  readonly status: () => MediaStatus;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

/** `mediaIps`: the only inner addresses that whoever needs the relay must reach through it. */
function createRelay(
  deps: MediaDeps,
  mediaIps: readonly string[],
): RunningRelay {
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
      if (path !== undefined) {
        const allowedPeerIps = [...config.turn.allowedPeerIps, ...mediaIps];
        return ownRelay(path, { ...config.turn, allowedPeerIps }, deps);
      }
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
  { config, log, timers, clock }: MediaDeps,
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
    ...{ log, timers, clock },
    tls: turn.tls,
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
      get urls() {
        return [
          `stun:${place}`,
          `turn:${place}?transport=udp`,
          `turn:${place}?transport=tcp`,
          ...(turn.tls !== null && child.speaksTls()
            ? [`turns:${addresses.clientHost}:${turn.tls.port}?transport=tcp`]
            : []),
        ];
      },
    },
    status: () => (child.state() === "up" ? "up" : "down"),
    start() {
      // Rejects only when it is stopped before it was up; every failed try is in the log already.
      child.start().catch(() => undefined);
    },
    stop: () => child.stop(),
  };
}
