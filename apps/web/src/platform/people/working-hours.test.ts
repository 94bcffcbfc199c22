import { expect, it } from "vitest";
import { workingStretches } from "./working-hours.ts";

const day = (number: number, from = "09:00", to = "18:00") => ({
  day: number,
  from,
  to,
});

it("puts days of the same hours together", () => {
  expect(
    workingStretches([day(1), day(2), day(3), day(5, "09:00", "16:00")]),
  ).toEqual([
    { fromDay: 1, toDay: 3, hours: "09:00–18:00" },
    { fromDay: 5, toDay: 5, hours: "09:00–16:00" },
  ]);
});

it("keeps a break in the day", () => {
  expect(
    workingStretches([day(1, "14:00", "18:00"), day(1, "09:00", "13:00")]),
  ).toEqual([{ fromDay: 1, toDay: 1, hours: "09:00–13:00, 14:00–18:00" }]);
});
