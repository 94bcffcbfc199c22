import { describe, expect, it } from "vitest";
import { unfinished } from "./invariants.ts";
import { liveThrough } from "./day.ts";

const minute = 60_000;
const seeds = Array.from({ length: 24 }, (_, index) => index + 1);

describe("a random day: nobody waits needlessly, nobody has two offers or sessions, nothing is lost by a crash", () => {
  it.each(seeds)("seed %i", (seed) => {
    const day = liveThrough({
      seed,
      operatorCount: 8 + (seed % 12),
      requestCount: 2000,
      hours: 10,
      crashEveryMs: 15 * minute,
    });
    expect([...day.faults, ...unfinished(day.tables)]).toEqual([]);
    expect(day.tables.requests.size).toBe(2000);
    expect(day.crashCount).toBeGreaterThan(10);
  });

  it("is a day in which everything happens", () => {
    const day = liveThrough({
      seed: 7,
      operatorCount: 10,
      requestCount: 3000,
      hours: 10,
      crashEveryMs: 10 * minute,
    });
    const reasons = new Set(
      [...day.tables.requests.values()].flatMap((request) => request.ends),
    );
    expect(reasons).toEqual(
      new Set(["completed", "abandoned", "customer_lost", "operator_lost"]),
    );
    expect(day.offerCount).toBeGreaterThan(1000);
    expect(day.wrapUpCount).toBeGreaterThan(500);
    expect(day.transferCount).toBeGreaterThan(100);
  });
});
