import { setTimeout as pause } from "node:timers/promises";

export interface WaitOptions {
  readonly timeoutMs?: number;
  readonly everyMs?: number;
}

/**
 * Looks again and again until there is something to see. For what another process does; inside one process a
 * test listens instead. Rejects with `what` when the time is up.
 */
export async function waitUntil<Result>(
  what: string,
  look: () =>
    | Result
    | undefined
    | false
    | null
    | Promise<Result | undefined | false | null>,
  { timeoutMs = 120_000, everyMs = 25 }: WaitOptions = {},
): Promise<Result> {
  const deadline = performance.now() + timeoutMs;
  let lastError: unknown;
  for (;;) {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== false && seen !== null) return seen;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (performance.now() > deadline)
      throw new Error(`waited ${timeoutMs} ms in vain: ${what}`, {
        cause: lastError,
      });
    await pause(everyMs);
  }
}
