import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../log.ts";
import type { PostgresFolders } from "./folders.ts";

interface PostmasterFile {
  readonly processId: number;
  readonly isReady: boolean;
}

const pollMs = 10;
/** How long an orphan may take for its shutdown checkpoint before it is stopped without one. */
const fastStopMs = 1_200;

/** What a running (or dead) postmaster wrote about itself. */
function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split(
      "\n",
    );
    const processId = Number(lines[0]);
    // The eighth line is the state, as `pg_ctl -w` reads it.
    return Number.isInteger(processId) && processId > 0
      ? { processId, isReady: lines[7]?.trim() === "ready" }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Settles when this very postmaster takes connections. */
export async function waitForPostmaster(
  cluster: string,
  processId: number,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const file = readPostmasterFile(cluster);
    if (file?.processId === processId && file.isReady) return;
    await sleep(pollMs, undefined, { signal });
  }
}

/**
 * Clears what an earlier life left on this cluster: a postmaster that outlived its server is stopped, and lock
 * files whose process id meanwhile belongs to a stranger are removed (PostgreSQL itself would refuse to start).
 * Call only while holding the data folder's lock.
 */
export async function clearEarlierLife(
  folders: PostgresFolders,
  log: Log,
): Promise<void> {
  const left = readPostmasterFile(folders.cluster);
  if (left !== undefined && isPostmasterOf(folders.cluster, left.processId)) {
    log.warn(
      { processId: left.processId },
      "stopping a database left by an earlier server",
    );
    await stopOrphan(folders.cluster, left.processId);
  }
  const after = readPostmasterFile(folders.cluster);
  if (after !== undefined && isAlive(after.processId))
    rmSync(join(folders.cluster, "postmaster.pid"), { force: true });
  for (const name of [".s.PGSQL.5432", ".s.PGSQL.5432.lock"])
    rmSync(join(folders.socket, name), { force: true });
}

async function stopOrphan(cluster: string, processId: number): Promise<void> {
  for (const [signal, waitMs] of [
    ["SIGINT", fastStopMs],
    ["SIGQUIT", fastStopMs],
    ["SIGKILL", fastStopMs],
  ] as const) {
    sendSignal(processId, signal);
    const deadline = performance.now() + waitMs;
    while (performance.now() < deadline) {
      if (!isPostmasterOf(cluster, processId)) return;
      await sleep(pollMs);
    }
  }
  throw new Error(
    `A PostgreSQL process (${String(processId)}) still uses ${cluster} and can't be stopped: end it by hand.`,
  );
}

/** True while this process is a postmaster over this cluster, not a stranger that got the same number. */
export function isPostmasterOf(cluster: string, processId: number): boolean {
  try {
    const words = readFileSync(
      `/proc/${String(processId)}/cmdline`,
      "utf8",
    ).split("\0");
    return words.includes(cluster) && (words[0] ?? "").endsWith("postgres");
  } catch {
    return false;
  }
}

function isAlive(processId: number): boolean {
  return sendSignal(processId, 0);
}

function sendSignal(processId: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(processId, signal);
    return true;
  } catch (error) {
    // EPERM: somebody else's process, so it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
