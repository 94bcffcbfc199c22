import { chownSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Log } from "../../../platform/log.ts";
import {
  findNamespaceAccount,
  findUserAccount,
  isRoot,
  ownerOf,
  type Account,
} from "../../../platform/process/account.ts";
import { launch } from "../../../platform/process/launch.ts";
import { makePrivateFolder } from "../../../platform/process/private-folder.ts";
import { supervise } from "../../../platform/process/supervise.ts";
import type { Timers } from "../../../platform/timers.ts";
import {
  socketOf,
  writeJanusConfiguration,
  type JanusSettings,
} from "./janus-configuration.ts";
import { openJanusLine, type JanusLine } from "./janus-line.ts";
import { watchJanus } from "./watch-janus.ts";

export interface JanusDeps {
  readonly program: string;
  readonly settings: JanusSettings;
  readonly dataDir: string;
  readonly log: Log;
  readonly timers: Timers;
  /** It serves on a new line; everything behind an earlier one is lost. */
  readonly onUp: (line: JanusLine) => void;
}

/** Janus as a child that is kept alive and ends with us. */
export interface JanusChild {
  readonly state: () => "up" | "down";
  readonly processId: () => number | undefined;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

/** sun_path holds 108 bytes with its closing zero. */
const maxSocketPathBytes = 107;
const knockEveryMs = 20;

/** Not root, whatever we are: a media server reads packets of the whole world. */
function chooseAccount({ program, dataDir }: JanusDeps): Account {
  if (!isRoot()) return { kind: "self" };
  // It can't be tried by `--version`, to which Janus answers with a failure.
  const needs = { programs: [], folders: [dataDir, dirname(program)] };
  const account =
    findUserAccount(["janus", "nobody"], needs) ?? findNamespaceAccount(needs);
  if (account === undefined) {
    throw new Error(
      `The media server does not run as root, and no other account can enter ${dataDir}: set DATA_DIR to a folder that others may pass through.`,
    );
  }
  return account;
}

function writeFolder(settings: JanusSettings, account: Account): void {
  const { folder, recordingsFolder } = settings;
  if (Buffer.byteLength(socketOf(folder)) > maxSocketPathBytes) {
    throw new Error(
      `${folder} is too long a path for the media server's socket: set DATA_DIR to a shorter one.`,
    );
  }
  const owner = ownerOf(account);
  makePrivateFolder(folder, owner);
  makePrivateFolder(recordingsFolder, owner);
  for (const [name, text] of Object.entries(
    writeJanusConfiguration(settings),
  )) {
    const file = join(folder, name);
    writeFileSync(file, text, { mode: 0o600 });
    if (owner !== undefined) chownSync(file, owner.uid, owner.gid);
  }
}

export function superviseJanus(deps: JanusDeps): JanusChild {
  const { program, settings, log, timers, onUp } = deps;
  const { folder, apiSecret } = settings;
  let account: Account = { kind: "self" };
  const child = supervise({
    name: "janus",
    log,
    prepare: () => {
      account = chooseAccount(deps);
      writeFolder(settings, account);
      return Promise.resolve();
    },
    launch: () =>
      launch({
        program,
        args: ["-F", folder, "-C", join(folder, "janus.jcfg")],
        account,
        signalWhenWeDie: "SIGKILL",
      }),
    async waitUntilReady(_, signal) {
      const line = await knock(
        { url: `ws+unix:${socketOf(folder)}:/`, apiSecret, timers },
        signal,
      );
      // A line that closes leaves a Janus that nobody can speak to.
      void line.closed.then(() => child.replace());
      watchJanus(line, { timers, log });
      onUp(line);
    },
    stop: { signal: "SIGTERM", graceMs: 2_000, lastSignal: "SIGKILL" },
    backOff: { firstMs: 50, maxMs: 30_000 },
    firstStartTries: Number.POSITIVE_INFINITY,
    onLine: (line) => {
      log.trace({ line }, "janus says");
    },
  });
  return {
    state: () => (child.state() === "up" ? "up" : "down"),
    processId: () => child.processId(),
    start() {
      // Rejects only when it is stopped before it was up; every failed try is in the log already.
      child.start().catch(() => undefined);
    },
    stop: () => child.stop(),
  };
}

/** A socket file may be left of an earlier life: only an answer tells that it serves. */
async function knock(
  options: Parameters<typeof openJanusLine>[0],
  signal: AbortSignal,
): Promise<JanusLine> {
  for (;;) {
    signal.throwIfAborted();
    try {
      const line = await openJanusLine(options);
      await line.ask({ janus: "ping" });
      return line;
    } catch {
      await new Promise<void>((resolve) => {
        options.timers.after(knockEveryMs, resolve);
      });
    }
  }
}
