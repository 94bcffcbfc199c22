import { describe, expect, it } from "vitest";
import { figuresOf, hoursOf, type HourCounts } from "./day-figures.ts";
import { createRandom } from "./simulation/random.ts";

const nothing: HourCounts = {
  hour: 0,
  offered: 0,
  answered: 0,
  abandoned: 0,
  answeredInTime: 0,
  handled: 0,
  waitedMs: 0,
  servedMs: 0,
  wrapUpMs: 0,
};

describe("the figures of a day", () => {
  it("of which nothing is known are no numbers", () => {
    expect(figuresOf([])).toEqual({
      ...{ offered: 0, answered: 0, abandoned: 0, stillWaiting: 0 },
      ...{ answeredInTime: 0, handled: 0 },
      ...{ abandonedShare: null, serviceLevel: null },
      ...{ meanWaitMs: null, meanHandleMs: null, meanWrapUpMs: null },
    });
  });

  it("tell of customers who all gave up, though nobody was answered", () => {
    expect(figuresOf([{ ...nothing, offered: 2, abandoned: 2 }])).toMatchObject(
      { abandonedShare: 1, serviceLevel: null, meanWaitMs: null },
    );
  });

  it("know a first customer who is served still: a wait, no handling time", () => {
    const one = { ...nothing, offered: 1, answered: 1, waitedMs: 21_000 };
    expect(figuresOf([one])).toMatchObject({
      ...{ serviceLevel: 0, meanWaitMs: 21_000, meanHandleMs: null },
    });
  });

  it("add the hours up before they divide: a mean of means would be another number", () => {
    const morning = {
      ...{ hour: 9, offered: 4, answered: 3, abandoned: 1, answeredInTime: 3 },
      ...{ handled: 3, waitedMs: 15_000, servedMs: 300_000, wrapUpMs: 90_000 },
    };
    const noon = {
      ...{ hour: 12, offered: 2, answered: 1, abandoned: 0, answeredInTime: 0 },
      ...{ handled: 1, waitedMs: 45_000, servedMs: 20_000, wrapUpMs: 0 },
    };
    expect(figuresOf([morning, noon])).toEqual({
      ...{ offered: 6, answered: 4, abandoned: 1, stillWaiting: 1 },
      ...{ answeredInTime: 3, handled: 4 },
      abandonedShare: 1 / 6,
      serviceLevel: 3 / 4,
      meanWaitMs: 15_000,
      meanHandleMs: 102_500,
      meanWrapUpMs: 22_500,
    });
  });

  it("stay within their limits on any day", () => {
    const random = createRandom(13);
    const upTo = (most: number) => random.between(0, most + 1);
    for (let day = 0; day < 500; day += 1) {
      const hours = Array.from({ length: upTo(24) }, (_, hour) => {
        const offered = upTo(5);
        const answered = upTo(offered);
        return {
          ...{ hour, offered, answered },
          abandoned: upTo(offered - answered),
          answeredInTime: upTo(answered),
          handled: upTo(answered),
          waitedMs: answered * upTo(60_000),
          servedMs: upTo(600_000),
          wrapUpMs: upTo(60_000),
        };
      });
      const figures = figuresOf(hours);
      for (const value of Object.values(figures))
        expect(value ?? 0).toSatisfy(
          (one: number) => Number.isFinite(one) && one >= 0,
        );
      expect(figures.abandonedShare ?? 0).toBeLessThanOrEqual(1);
      expect(figures.serviceLevel ?? 0).toBeLessThanOrEqual(1);
      expect(figures.serviceLevel === null).toBe(figures.answered === 0);
    }
  });
});

describe("the hours of a day", () => {
  const since = new Date("2026-03-01T21:00:00.000Z");

  it("stand without a gap up to the present one", () => {
    const now = new Date("2026-03-01T23:00:00.000Z");
    const busy = { ...nothing, hour: 1, offered: 3, answered: 2, abandoned: 1 };
    expect(hoursOf([busy], { since, now })).toEqual([
      {
        ...{ startsAt: "2026-03-01T21:00:00.000Z" },
        ...{ offered: 0, answered: 0, abandoned: 0 },
      },
      {
        ...{ startsAt: "2026-03-01T22:00:00.000Z" },
        ...{ offered: 3, answered: 2, abandoned: 1 },
      },
      {
        ...{ startsAt: "2026-03-01T23:00:00.000Z" },
        ...{ offered: 0, answered: 0, abandoned: 0 },
      },
    ]);
  });

  it("begin with one at midnight", () => {
    expect(hoursOf([], { since, now: since })).toHaveLength(1);
  });
});
