import { describe, expect, it } from "vitest";
import { createAlarm } from "./alarm.ts";
import type { Clock } from "./clock.ts";
import { createLog } from "./log.ts";
import type { Timers } from "./timers.ts";

const clock: Clock = { now: () => new Date(1_000_000), monotonicMs: () => 0 };
const log = createLog({ level: "silent", isPretty: false });

/** Remembers the delays asked for and lets the test end the last one. */
function heldTimers() {
  const held: { delayMs: number; task: () => void; isDisposed: boolean }[] = [];
  const timers: Timers = {
    after(delayMs, task) {
      const entry = { delayMs, task, isDisposed: false };
      held.push(entry);
      return { [Symbol.dispose]: () => (entry.isDisposed = true) };
    },
    every: () => ({ [Symbol.dispose]: () => {} }),
  };
  return { timers, held };
}

describe("an alarm", () => {
  it("sets its one timer to the nearest deadline", async () => {
    const { timers, held } = heldTimers();
    const round = async () => new Date(1_000_700);
    await using alarm = createAlarm({
      clock,
      timers,
      log,
      atLeastEveryMs: 5_000,
      round,
    });
    alarm.ring();
    await alarm.quiet();
    expect(held.map((one) => one.delayMs)).toEqual([700]);
  });

  it("looks again after a while when there is no deadline, and at once when it is overdue", async () => {
    const { timers, held } = heldTimers();
    const deadlines = [undefined, new Date(0)];
    await using alarm = createAlarm({
      clock,
      timers,
      log,
      atLeastEveryMs: 5_000,
      round: async () => deadlines.shift(),
    });
    alarm.ring();
    await alarm.quiet();
    held.at(-1)?.task();
    await alarm.quiet();
    expect(held.map((one) => one.delayMs)).toEqual([5_000, 0]);
  });

  it("nudged many times waits a moment and rounds once", async () => {
    const { timers, held } = heldTimers();
    let count = 0;
    await using alarm = createAlarm({
      clock,
      timers,
      log,
      atLeastEveryMs: 5_000,
      round: async () => {
        count += 1;
        return undefined;
      },
    });
    for (let times = 0; times < 3; times += 1) alarm.nudge();
    expect(held.map((one) => one.delayMs)).toEqual([100]);
    expect(count).toBe(0);
    held[0]?.task();
    await alarm.quiet();
    expect(count).toBe(1);
  });

  it("rounds once for many asks, and once more for those that came during the round", async () => {
    const { timers } = heldTimers();
    let count = 0;
    const alarm = createAlarm({
      clock,
      timers,
      log,
      atLeastEveryMs: 5_000,
      round: async () => {
        count += 1;
        if (count === 1)
          for (let times = 0; times < 3; times += 1) alarm.ring();
        return undefined;
      },
    });
    alarm.ring();
    alarm.ring();
    await alarm.quiet();
    expect(count).toBe(2);
    await alarm[Symbol.asyncDispose]();
  });

  it("tries again a second after a failure", async () => {
    const { timers, held } = heldTimers();
    const round = () => Promise.reject(new Error("the database is away"));
    await using alarm = createAlarm({
      clock,
      timers,
      log,
      atLeastEveryMs: 5_000,
      round,
    });
    alarm.ring();
    await alarm.quiet();
    expect(held.map((one) => one.delayMs)).toEqual([1_000]);
  });

  it("does nothing after its end", async () => {
    const { timers, held } = heldTimers();
    let count = 0;
    const alarm = createAlarm({
      clock,
      timers,
      log,
      atLeastEveryMs: 1,
      round: async () => void (count += 1),
    });
    alarm.ring();
    await alarm.quiet();
    await alarm[Symbol.asyncDispose]();
    alarm.ring();
    held.at(-1)?.task();
    expect([count, held.every((one) => one.isDisposed)]).toEqual([1, true]);
  });
});
