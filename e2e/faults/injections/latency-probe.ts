import { setTimeout as pause } from "node:timers/promises";
import type { Load, Words } from "../load/load.ts";

/** Nearest rank: of a hundred values and a ratio of 0.99 the 99th. */
export function percentile(values: readonly number[], ratio: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * ratio) - 1)] ?? 0;
}

export interface Probe {
  readonly words: Omit<Words, "body">;
  readonly count: number;
  readonly everyMs: number;
}

/** Sends at a steady pace, whatever the answers do, and says how long each ack took, milliseconds. */
export async function probeAcks(
  load: Load,
  { words, count, everyMs }: Probe,
): Promise<readonly number[]> {
  const begunMs = performance.now();
  const acks: Promise<number>[] = [];
  for (let index = 0; index < count; index += 1) {
    const lateMs = performance.now() - (begunMs + index * everyMs);
    if (lateMs < -1) await pause(-lateMs);
    // Timed from when it was due: a stall counts for all that it delayed.
    acks.push(
      load
        .say({ ...words, body: `probe ${index}` })
        .then((tookMs) => tookMs + Math.max(0, lateMs)),
    );
  }
  return Promise.all(acks);
}
