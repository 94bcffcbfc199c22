import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";
import { createSingleTimer } from "./single-timer.ts";
import type { Timers } from "./timers.ts";

export interface ThrottleDeps<Key> {
  readonly timers: Timers;
  readonly log: Log;
  /** A first change waits so long for those that come with it: what is urgent goes before. Nothing by default. */
  readonly gatherMs?: number;
  /** At least this long between the end of a flush and the next; 0: as soon as the one before is done. */
  readonly everyMs: number;
  /** Heavy flushes leave the machine to others: after one it rests at least so many times as long as it took. */
  readonly rest?: { readonly times: number; readonly clock: Clock };
  /** A failed flush: its keys are tried again a second later, or let go because the next change shows all. */
  readonly onFailure: "retry" | "forget";
  readonly flush: (keys: readonly Key[]) => Promise<void>;
}

/**
 * Collects what has changed and handles it in flushes, one after another: the last one handled is never older than
 * the last one changed.
 */
export interface Throttle<Key> extends AsyncDisposable {
  add(key: Key): void;
  /** Flushes what is being gathered and settles when no flush is running; a pause is quiet too. */
  quiet(): Promise<void>;
}

const retryAfterMs = 1_000;

export function createThrottle<Key>(deps: ThrottleDeps<Key>): Throttle<Key> {
  const gathering = createSingleTimer(deps.timers);
  const pause = createSingleTimer(deps.timers);
  let keys = new Set<Key>();
  let flushing: Promise<void> | undefined;
  let isOver = false;

  const flushOnce = async (): Promise<void> => {
    const batch = keys;
    keys = new Set();
    const startedAtMs = deps.rest?.clock.monotonicMs() ?? 0;
    const outcome = await tryFlush(deps, [...batch]);
    const tookMs = (deps.rest?.clock.monotonicMs() ?? 0) - startedAtMs;
    flushing = undefined;
    if (outcome === "failed" && deps.onFailure === "retry")
      keys = new Set([...batch, ...keys]);
    const restMs =
      outcome === "failed"
        ? Math.max(deps.everyMs, retryAfterMs)
        : Math.max(deps.everyMs, tookMs * (deps.rest?.times ?? 0));
    if (restMs === 0 || isOver) begin();
    else pause.start(restMs, begin);
  };
  const mayBegin = (): boolean =>
    keys.size > 0 && flushing === undefined && !pause.isRunning() && !isOver;

  function begin(): void {
    gathering.stop();
    if (mayBegin()) flushing = Promise.resolve().then(flushOnce);
  }

  return {
    add(key) {
      keys.add(key);
      if (deps.gatherMs === undefined) begin();
      else if (mayBegin()) gathering.start(deps.gatherMs, begin);
    },
    quiet: async () => {
      begin();
      while (flushing !== undefined) await flushing;
    },
    [Symbol.asyncDispose]: async () => {
      isOver = true;
      gathering.stop();
      pause.stop();
      await flushing;
    },
  };
}

async function tryFlush<Key>(
  { flush, log }: ThrottleDeps<Key>,
  keys: readonly Key[],
): Promise<"done" | "failed"> {
  try {
    await flush(keys);
    return "done";
  } catch (error) {
    log.error({ error }, "collected changes could not be handled");
    return "failed";
  }
}
