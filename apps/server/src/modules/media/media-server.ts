import { createHmac } from "node:crypto";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import type { Config } from "../../platform/config/config.ts";
import type { Log } from "../../platform/log.ts";
import { findProgram } from "../../platform/process/launch.ts";
import type { Timers } from "../../platform/timers.ts";
import { findJanusModules } from "./janus/find-modules.ts";
import { superviseJanus } from "./janus/janus-child.ts";
import type { JanusLine } from "./janus/janus-line.ts";
import { machineIps } from "./machine-ips.ts";

/** `off` there is none, by setting or because Janus is not installed · `down` it should run and does not. */
export type MediaServerStatus = "up" | "down" | "off";

export interface MediaServer {
  readonly status: () => MediaServerStatus;
  /** Of the running child, for tests that kill it. */
  readonly processId: () => number | undefined;
  /** Where its media come and go; undefined while there is none. */
  readonly address: string | undefined;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

export interface MediaServerDeps {
  readonly config: Pick<Config, "mediaServer" | "dataDir" | "secretKey">;
  readonly log: Log;
  readonly timers: Timers;
  /** Needed to make a room. */
  readonly roomKey: string;
  readonly onUp: (line: JanusLine) => void;
}

const absent: MediaServer = {
  status: () => "off",
  processId: () => undefined,
  address: undefined,
  start: () => undefined,
  stop: () => Promise.resolve(),
};

/** What the start finds on this machine, or the words for what is missing. */
export type FoundJanus =
  | {
      readonly ok: true;
      readonly program: string;
      readonly modulesDir: string;
      readonly listenIp: string;
    }
  | { readonly ok: false; readonly missing: string; readonly fix: string };

/** Program, modules and address by the settings. Janus can't use the loopback: a machine without a network has none. */
export function findJanus(
  settings: Extract<Config["mediaServer"], { kind: "own" }>,
): FoundJanus {
  const program = settings.program ?? findProgram("janus");
  if (program === undefined)
    return {
      ok: false,
      missing: "Janus is not installed",
      fix: "apt-get install janus",
    };
  const modulesDir = settings.modulesDir ?? findJanusModules(program);
  if (modulesDir === undefined)
    return {
      ok: false,
      missing: `the modules of ${program} are not where they usually are`,
      fix: `JANUS_MODULES_DIR=${join(dirname(dirname(program)), "lib", "janus")}`,
    };
  const listenIp = settings.listenIp ?? machineIps()[0];
  if (listenIp === undefined)
    return {
      ok: false,
      missing: "this machine has no IPv4 address besides the loopback",
      fix: "JANUS_LISTEN_IP=<address of a network interface>",
    };
  return { ok: true, program, modulesDir, listenIp };
}

export function createMediaServer(deps: MediaServerDeps): MediaServer {
  const { config, log } = deps;
  if (config.mediaServer.kind === "off") return absent;
  const found = findJanus(config.mediaServer);
  if (found.ok) return ownJanus(found, config.mediaServer, deps);
  log.warn(
    `no media server: ${found.missing}; calls are for two. To turn it on: ${found.fix}`,
  );
  return absent;
}

function ownJanus(
  { program, modulesDir, listenIp }: Extract<FoundJanus, { ok: true }>,
  settings: Extract<Config["mediaServer"], { kind: "own" }>,
  { config, log, timers, roomKey, onUp }: MediaServerDeps,
): MediaServer {
  const apiSecret = createHmac("sha256", config.secretKey)
    .update("janus api")
    .digest("hex");
  const child = superviseJanus({
    program,
    dataDir: config.dataDir,
    log,
    timers,
    onUp,
    settings: {
      folder: join(config.dataDir, "janus"),
      recordingsFolder: join(config.dataDir, "recordings"),
      modulesDir,
      listenIp,
      externalIp: settings.externalIp,
      ports: settings.ports,
      eventLoops: settings.eventLoops ?? Math.max(2, availableParallelism()),
      apiSecret,
      roomKey,
    },
  });
  return {
    status: child.state,
    processId: child.processId,
    address: listenIp,
    start: child.start,
    stop: child.stop,
  };
}
