import { setTimeout as pause } from "node:timers/promises";
import type { Load } from "../load/load.ts";
import type { Words } from "../load/words.ts";

/** Nearest rank: of a hundred values and a ratio of 0.99 the 99th. */
export function percentile(values: readonly number[], ratio: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * ratio) - 1)] ?? 0;
}

export interface Probe {
  /** They take turns. */
  readonly speakers: readonly Omit<Words, "body">[];
  readonly count: number;
  readonly everyMs: number;
}

/** Eight seconds of many small questions: the 99th of a hundred is then more than the one worst moment. */
export const usualProbe = { count: 320, everyMs: 25 } as const;

/** Sends at a steady pace, whatever the answers do, and says how long each ack took, milliseconds. */
export async function probeAcks(
  load: Load,
  { speakers, count, everyMs }: Probe,
): Promise<readonly number[]> {
  const begunMs = performance.now();
  const acks: Promise<number>[] = [];
  for (let index = 0; index < count; index += 1) {
    const lateMs = performance.now() - (begunMs + index * everyMs);
    if (lateMs < -1) await pause(-lateMs);
    const words = speakers[index % speakers.length];
    if (words === undefined) throw new Error("nobody is there to ask");
    // Timed from when it was due: a stall counts for all that it delayed.
    acks.push(
      load
        .say({ ...words, body: `probe ${index}` })
        .then((tookMs) => tookMs + Math.max(0, lateMs)),
    );
  }
  return Promise.all(acks);
}
