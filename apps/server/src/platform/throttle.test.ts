import { describe, expect, it } from "vitest";
import { createTestClock } from "../../tests/clock.ts";
import { createLog } from "./log.ts";
import {
  createThrottle,
  type Throttle,
  type ThrottleDeps,
} from "./throttle.ts";

const log = createLog({ level: "silent", isPretty: false });

function open(options: Partial<ThrottleDeps<string>> = {}) {
  const clock = createTestClock();
  const flushes: (readonly string[])[] = [];
  const throttle: Throttle<string> = createThrottle<string>({
    timers: clock,
    log,
    everyMs: 250,
    onFailure: "forget",
    flush: async (keys) => void flushes.push(keys),
    ...options,
  });
  return { clock, flushes, throttle };
}

/** Every flush takes half a second, and three times that is rested. */
function openResting() {
  const clock = createTestClock();
  const flushes: (readonly string[])[] = [];
  const { throttle } = open({
    timers: clock,
    rest: { times: 3, clock },
    flush: async (keys) => {
      flushes.push(keys);
      clock.advance(500);
    },
  });
  return { clock, flushes, throttle };
}

describe("a throttle", () => {
  it("shows the first change at once and the others together after the pause", async () => {
    const { clock, flushes, throttle } = open();
    for (const key of ["a", "b", "a"]) throttle.add(key);
    await throttle.quiet();
    throttle.add("c");
    throttle.add("d");
    await throttle.quiet();
    clock.advance(249);
    await throttle.quiet();
    expect(flushes).toEqual([["a", "b"]]);
    clock.advance(1);
    await throttle.quiet();
    expect(flushes).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("rests as many times as long as a flush took, when asked to", async () => {
    const { clock, flushes, throttle } = openResting();
    throttle.add("a");
    await throttle.quiet();
    throttle.add("b");
    clock.advance(1_499);
    await throttle.quiet();
    expect(flushes).toEqual([["a"]]);
    clock.advance(1);
    await throttle.quiet();
    expect(flushes).toEqual([["a"], ["b"]]);
  });

  it("gathers what comes with the first change, when asked to", async () => {
    const { clock, flushes, throttle } = open({ gatherMs: 20 });
    throttle.add("a");
    clock.advance(19);
    throttle.add("b");
    await Promise.resolve();
    expect(flushes).toEqual([]);
    clock.advance(1);
    await throttle.quiet();
    expect(flushes).toEqual([["a", "b"]]);
  });

  it("shows what it gathers to whoever waits for quiet", async () => {
    const { flushes, throttle } = open({ gatherMs: 20 });
    throttle.add("a");
    await throttle.quiet();
    expect(flushes).toEqual([["a"]]);
  });

  it("never runs two flushes at once", async () => {
    const held: (() => void)[] = [];
    const { throttle } = open({
      everyMs: 0,
      flush: () => new Promise((resolve) => held.push(resolve)),
    });
    throttle.add("a");
    await Promise.resolve();
    throttle.add("b");
    await Promise.resolve();
    expect(held).toHaveLength(1);
    held[0]?.();
    await Promise.resolve();
    await new Promise(setImmediate);
    expect(held).toHaveLength(2);
    held[1]?.();
    await throttle.quiet();
  });

  it("tries failed keys again a second later when it must not lose them", async () => {
    const failures = [new Error("the database is away")];
    const seen: (readonly string[])[] = [];
    const flush = async (keys: readonly string[]): Promise<void> => {
      seen.push(keys);
      const failure = failures.pop();
      if (failure) throw failure;
    };
    const { clock, throttle } = open({ everyMs: 0, onFailure: "retry", flush });
    throttle.add("a");
    await throttle.quiet();
    throttle.add("b");
    await throttle.quiet();
    clock.advance(1_000);
    await throttle.quiet();
    expect(seen).toEqual([["a"], ["a", "b"]]);
  });

  it("lets failed keys go when the next change shows everything", async () => {
    let count = 0;
    const flush = (): Promise<void> => {
      count += 1;
      return Promise.reject(new Error("the database is away"));
    };
    const { clock, throttle } = open({ everyMs: 0, flush });
    throttle.add("a");
    await throttle.quiet();
    clock.advance(60_000);
    await throttle.quiet();
    expect(count).toBe(1);
  });

  it("does nothing after its end", async () => {
    const { clock, flushes, throttle } = open();
    throttle.add("a");
    await throttle.quiet();
    throttle.add("b");
    await throttle[Symbol.asyncDispose]();
    clock.advance(1_000);
    throttle.add("c");
    await throttle.quiet();
    expect(flushes).toEqual([["a"]]);
  });
});
