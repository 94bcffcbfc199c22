import { readFileSync } from "node:fs";

/** A process that has just begun is small; below this nothing is called growth. */
const floorBytes = 192 * 1024 * 1024;
const everyMs = 250;

/** Follows one process's memory through its restarts. */
export interface MemoryWatch extends Disposable {
  /** What was seen so far counts as normal from here on. */
  readonly takeAsNormal: () => void;
  readonly result: () => {
    readonly normalBytes: number;
    readonly highestBytes: number;
  };
}

export function watchMemory(processId: () => number): MemoryWatch {
  let normalBytes = floorBytes;
  let highestBytes = 0;
  const timer = setInterval(
    () => (highestBytes = Math.max(highestBytes, residentBytes(processId()))),
    everyMs,
  );
  return {
    takeAsNormal: () => {
      normalBytes = Math.max(floorBytes, highestBytes);
    },
    result: () => ({ normalBytes, highestBytes }),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

/** Memory a process holds in RAM; 0 when it is gone. */
function residentBytes(processId: number): number {
  try {
    const [, kibibytes = "0"] =
      /VmRSS:\s+(\d+)/.exec(
        readFileSync(`/proc/${processId}/status`, "utf8"),
      ) ?? [];
    return Number(kibibytes) * 1024;
  } catch {
    return 0;
  }
}
