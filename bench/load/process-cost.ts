import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Flags of a server that `settledBytes` is asked of. */
export const collectingGarbage = [
  "--expose-gc",
  "--import",
  join(import.meta.dirname, "../peer/collect-garbage.ts"),
] as const;

/** Memory a process holds when its garbage is gone, bytes. */
export async function settledBytes(processId: number): Promise<number> {
  for (let count = 0; count < 2; count += 1) {
    process.kill(processId, "SIGUSR2");
    await pause(1_500);
  }
  return residentBytes(processId);
}

const tickMs = 10;

/** Processor time a process has used so far, milliseconds, to the nearest ten. */
export function processorMs(processId: number): number {
  const stat = readFileSync(`/proc/${processId}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

export function residentBytes(processId: number): number {
  const status = readFileSync(`/proc/${processId}/status`, "utf8");
  const kibibytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
  return Number(kibibytes) * 1024;
}
