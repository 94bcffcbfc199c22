import { describe, expect, it } from "vitest";
import { dayKey, daysOf, minutesWithin, onDay, stepped } from "./days.ts";
import { inLanes } from "./lanes.ts";

const at = new Date(2026, 10, 21, 15, 30);

describe("a view of the calendar", () => {
  it.each([
    ["day", ["2026-11-21", "2026-11-21", 1]],
    ["week", ["2026-11-16", "2026-11-22", 7]],
    ["month", ["2026-10-26", "2026-12-06", 42]],
  ] as const)("of a %s shows whole weeks from Monday", (view, expected) => {
    const days = daysOf(view, at).map(dayKey);
    expect([days[0], days.at(-1), days.length]).toEqual(expected);
  });

  it("goes on and back without losing days over the ends of months", () => {
    const january = new Date(2026, 0, 31);
    expect(dayKey(stepped("month", january, 1))).toBe("2026-02-01");
    expect(dayKey(stepped("week", january, 1))).toBe("2026-02-07");
    expect(dayKey(stepped("day", january, 1))).toBe("2026-02-01");
  });
});

it("what lasts over midnight stands in both days, up to it and from it", () => {
  const day = new Date(2026, 10, 21);
  const next = new Date(2026, 10, 22);
  const night = {
    startsAt: new Date(2026, 10, 21, 23, 0).toISOString(),
    endsAt: new Date(2026, 10, 22, 1, 30).toISOString(),
  };
  expect(onDay([night], day)).toEqual([night]);
  expect(onDay([night], next)).toEqual([night]);
  expect(onDay([night], new Date(2026, 10, 23))).toEqual([]);
  expect(minutesWithin(night, day)).toEqual({ from: 1380, to: 1440 });
  expect(minutesWithin(night, next)).toEqual({ from: 0, to: 90 });
});

it("what overlaps stands side by side, what follows uses the whole width again", () => {
  const all = [
    { name: "a", from: 0, to: 60 },
    { name: "b", from: 30, to: 90 },
    { name: "c", from: 60, to: 100 },
    { name: "d", from: 100, to: 120 },
  ];
  expect(
    inLanes(all).map(({ one, lane, laneCount }) => [one.name, lane, laneCount]),
  ).toEqual([
    ["a", 0, 2],
    ["b", 1, 2],
    ["c", 0, 2],
    ["d", 0, 1],
  ]);
});
