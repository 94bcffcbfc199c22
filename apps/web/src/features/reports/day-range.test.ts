import { expect, test } from "vitest";
import { dayIn, daysOf, isRange } from "./day-range.ts";

test("names of ranges mean whole days, over the ends of months and years", () => {
  const on = "2027-03-01";
  expect(daysOf("today", on)).toEqual({ from: on, to: on });
  expect(daysOf("yesterday", on)).toEqual({
    ...{ from: "2027-02-28", to: "2027-02-28" },
  });
  expect(daysOf("week", on)).toEqual({ from: "2027-02-23", to: on });
  expect(daysOf("month", on)).toEqual({ from: "2027-01-31", to: on });
  expect(daysOf("thisMonth", on)).toEqual({ from: on, to: on });
  expect(daysOf("lastMonth", "2027-01-15")).toEqual({
    ...{ from: "2026-12-01", to: "2026-12-31" },
  });
});

test("the day is that of the zone", () => {
  const at = Date.parse("2026-11-30T22:30:00Z");
  expect(dayIn("Europe/Moscow", at)).toBe("2026-12-01");
  expect(dayIn("UTC", at)).toBe("2026-11-30");
});

test("a range has two ends in their order, at most a leap year apart", () => {
  const from = "2027-03-01";
  expect(isRange({ from, to: "2028-02-29" })).toBe(true);
  for (const to of ["", "2027-02-28", "2028-03-01"])
    expect(isRange({ from, to })).toBe(false);
});
