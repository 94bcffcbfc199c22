import { describe, expect, it } from "vitest";
import { createTestClock } from "../../tests/clock.ts";
import { createRateLimiter, times } from "./rate-limiter.ts";

const rate = { perSecond: 10, burst: 3 };

describe("a measure of rate", () => {
  it("lets the burst through at once, then one as often as it says", () => {
    const clock = createTestClock();
    const limiter = createRateLimiter({ clock, rate });
    expect([1, 2, 3].map(() => limiter.take("a"))).toEqual([0, 0, 0]);
    expect(limiter.take("a")).toBe(100);
    clock.advance(100);
    expect(limiter.take("a")).toBe(0);
    clock.advance(60_000);
    expect([1, 2, 3, 4].map(() => limiter.take("a") > 0)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it("tells each of many refused a turn of their own, and each finds a token then", () => {
    const clock = createTestClock();
    const limiter = createRateLimiter({ clock, rate });
    const waits = Array.from({ length: 13 }, () => limiter.take("a"));
    expect(waits).toEqual([
      0, 0, 0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000,
    ]);
    const later = waits.slice(3).map(() => {
      clock.advance(100);
      return limiter.take("a");
    });
    expect(later).toEqual(Array(10).fill(0));
  });

  it("makes nobody wait longer than ten seconds", () => {
    const limiter = createRateLimiter({ clock: createTestClock(), rate });
    for (let i = 0; i < 500; i += 1) limiter.take("a");
    expect(limiter.take("a")).toBe(10_000);
  });

  it("counts each key by itself and forgets the longest untouched when there are too many", () => {
    const clock = createTestClock();
    const limiter = createRateLimiter({
      clock,
      rate: { perSecond: 1, burst: 1 },
      maxKeys: 2,
    });
    expect(["a", "b", "a"].map((key) => limiter.take(key))).toEqual([
      0, 0, 1000,
    ]);
    expect(limiter.take("c")).toBe(0);
    expect(limiter.take("b")).toBe(0);
  });

  it("can be made wider", () => {
    expect(times(rate, 5)).toEqual({ perSecond: 50, burst: 15 });
  });
});
