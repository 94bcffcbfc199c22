import type { Clock } from "../src/platform/clock.ts";
import type { Timers } from "../src/platform/timers.ts";

interface Waiting {
  readonly task: () => void;
  readonly everyMs: number | undefined;
  dueMs: number;
}

/** Time that stands still until the test moves it; timers run in the order they fall due. */
export interface TestClock extends Clock, Timers {
  advance(byMs: number): void;
}

export function createTestClock(
  startAt = "2026-03-02T09:00:00.000Z",
): TestClock {
  const startMs = Date.parse(startAt);
  const waiting = new Set<Waiting>();
  let elapsedMs = 0;

  const wait = (one: Waiting): Disposable => {
    waiting.add(one);
    return { [Symbol.dispose]: () => void waiting.delete(one) };
  };
  const nextDue = (untilMs: number): Waiting | undefined =>
    [...waiting]
      .filter(({ dueMs }) => dueMs <= untilMs)
      .sort((a, b) => a.dueMs - b.dueMs)[0];

  return {
    now: () => new Date(startMs + elapsedMs),
    monotonicMs: () => elapsedMs,
    after: (delayMs, task) =>
      wait({ task, everyMs: undefined, dueMs: elapsedMs + delayMs }),
    every: (intervalMs, task) =>
      wait({ task, everyMs: intervalMs, dueMs: elapsedMs + intervalMs }),
    advance(byMs) {
      const untilMs = elapsedMs + byMs;
      for (let due = nextDue(untilMs); due; due = nextDue(untilMs)) {
        elapsedMs = due.dueMs;
        if (due.everyMs === undefined) waiting.delete(due);
        else due.dueMs += due.everyMs;
        due.task();
      }
      elapsedMs = untilMs;
    },
  };
}
