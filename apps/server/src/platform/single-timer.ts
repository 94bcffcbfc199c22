import type { Timers } from "./timers.ts";

/** One wait at a time: asked for again while it runs, it goes on as it is. */
export interface SingleTimer extends Disposable {
  start(delayMs: number, task: () => void): void;
  isRunning(): boolean;
  stop(): void;
}

export function createSingleTimer(timers: Pick<Timers, "after">): SingleTimer {
  let waiting: Disposable | undefined;
  const stop = (): void => {
    waiting?.[Symbol.dispose]();
    waiting = undefined;
  };
  return {
    start(delayMs, task) {
      waiting ??= timers.after(delayMs, () => {
        waiting = undefined;
        task();
      });
    },
    isRunning: () => waiting !== undefined,
    stop,
    [Symbol.dispose]: stop,
  };
}
