import { statfs } from "node:fs/promises";
import { AppError } from "../app-error.ts";
import type { WriteGate } from "../db/write-gate.ts";
import type { Log } from "../log.ts";
import type { Timers } from "../timers.ts";

export interface DiskSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

export interface DiskGuardDeps {
  readonly readSpace: () => Promise<DiskSpace>;
  /** Null: the larger of 1 GiB and 5 % of the disk. */
  readonly minFreeBytes: number | null;
  readonly log: Log;
  readonly timers: Timers;
}

/** Refuses writes while the disk is nearly full, so that PostgreSQL never meets a full one. */
export interface DiskGuard extends WriteGate, Disposable {
  isOpen(): boolean;
  /** Looks at the disk now, and from then on every few seconds. Until then nothing is refused. */
  start(): Promise<void>;
  /** Looks at the disk now. */
  look(): Promise<void>;
}

const gibibyte = 1024 ** 3;
const lookEveryMs = 5_000;
const retryAfterMs = 5_000;
/** Space must return by this much over the threshold, so that the gate does not flap. */
const reopenFactor = 1.1;

export function createDiskGuard({
  readSpace,
  minFreeBytes,
  log,
  timers,
}: DiskGuardDeps): DiskGuard {
  let isOpen = true;

  const close = (space?: DiskSpace): void => {
    if (!isOpen) return;
    isOpen = false;
    log.error(
      { ...space },
      "no space left: writes are refused until some is freed",
    );
  };
  const reopen = (space: DiskSpace): void => {
    if (isOpen) return;
    isOpen = true;
    log.info({ ...space }, "space is back, writing again");
  };

  const look = async (): Promise<void> => {
    try {
      const space = await readSpace();
      const least = minFreeBytes ?? Math.max(gibibyte, space.totalBytes / 20);
      if (space.freeBytes < least) close(space);
      else if (space.freeBytes >= least * reopenFactor) reopen(space);
    } catch (error) {
      log.warn({ error }, "free space can't be read");
    }
  };

  const watching = new DisposableStack();
  return {
    isOpen: () => isOpen,
    async start() {
      watching.use(timers.every(lookEveryMs, () => void look()));
      await look();
    },
    look,
    assertOpen() {
      if (!isOpen) throw new AppError("server.read_only", { retryAfterMs });
    },
    reportDiskFull() {
      close();
    },
    [Symbol.dispose]() {
      watching.dispose();
    },
  };
}

/** What an unprivileged process may still use of the disk that holds a folder. */
export async function readDiskSpace(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
