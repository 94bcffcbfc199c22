import type { Timers } from "../../platform/timers.ts";

/** Answers that are held back until something happens: a question that would else be asked again at once. */
export interface Waits<Key> extends Disposable {
  /**
   * Settles when `wake` is called for the key, after `waitMs`, or when the server stops. Asked before the state is
   * read, so that what happens in between is not missed.
   */
  begin(key: Key, waitMs: number): Wait;
  wake(key: Key): void;
}

interface Wait extends Disposable {
  readonly settled: Promise<void>;
}

/** Beyond so many nobody is made to wait: they are answered at once and ask again. */
const maxWaits = 5_000;

export function createWaits<Key>(timers: Pick<Timers, "after">): Waits<Key> {
  const waiting = new Map<Key, Set<() => void>>();
  let count = 0;
  let isClosed = false;

  const wake = (key: Key): void => {
    for (const settle of [...(waiting.get(key) ?? [])]) settle();
  };

  return {
    begin(key, waitMs) {
      if (waitMs <= 0 || isClosed || count >= maxWaits) return atOnce;
      const { promise, resolve }: PromiseWithResolvers<void> =
        Promise.withResolvers();
      const group = waiting.get(key) ?? new Set();
      waiting.set(key, group);
      const settle = (): void => {
        if (!group.delete(settle)) return;
        count -= 1;
        if (group.size === 0 && waiting.get(key) === group) waiting.delete(key);
        timer[Symbol.dispose]();
        resolve();
      };
      const timer = timers.after(waitMs, settle);
      group.add(settle);
      count += 1;
      return { settled: promise, [Symbol.dispose]: settle };
    },
    wake,
    [Symbol.dispose]() {
      isClosed = true;
      for (const key of [...waiting.keys()]) wake(key);
    },
  };
}

const atOnce: Wait = {
  settled: Promise.resolve(),
  [Symbol.dispose]: () => undefined,
};
