import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";

export interface Throttle<Key> extends AsyncDisposable {
  add(key: Key): void;
  /** Settles when nothing is waiting or being done. */
  quiet(): Promise<void>;
}

export interface ThrottleDeps<Key> {
  readonly timers: Timers;
  readonly log: Log;
  /** Between the beginnings of two flushes at least this long; 0: as soon as the one before is done. */
  readonly everyMs: number;
  readonly flush: (keys: readonly Key[]) => Promise<void>;
}

/**
 * Collects what has changed and shows it in flushes, one after another: the last thing shown is never older than
 * the last thing changed. A flush that fails is only logged; the next change or connect shows the truth.
 */
export function createThrottle<Key>({
  timers,
  log,
  everyMs,
  flush,
}: ThrottleDeps<Key>): Throttle<Key> {
  let keys = new Set<Key>();
  let running: Promise<void> | undefined;
  let pause:
    { readonly timer: Disposable; readonly over: () => void } | undefined;
  const end = { isOver: false };

  const wait = (): Promise<void> =>
    new Promise((resolve) => {
      const over = (): void => {
        pause = undefined;
        resolve();
      };
      pause = { timer: timers.after(everyMs, over), over };
    });

  const run = async (): Promise<void> => {
    while (keys.size > 0 && !end.isOver) {
      const batch = [...keys];
      keys = new Set();
      try {
        await flush(batch);
      } catch (error) {
        log.error({ error }, "a change could not be shown");
      }
      if (everyMs > 0) await wait();
    }
    running = undefined;
  };

  return {
    add(key) {
      if (end.isOver) return;
      keys.add(key);
      running ??= Promise.resolve().then(run);
    },
    quiet: async () => {
      while (running !== undefined) await running;
    },
    [Symbol.asyncDispose]: async () => {
      end.isOver = true;
      pause?.timer[Symbol.dispose]();
      pause?.over();
      await running;
    },
  };
}
