import { expect, it } from "vitest";
import { plotOf } from "./plot.ts";

const range = { floor: 1, ceiling: 5 };

it("draws a measure over time, higher values higher", () => {
  expect(plotOf([1, 5, 3], range)).toEqual({
    path: "M0 100L50 0L100 50",
    lowest: 1,
    highest: 5,
  });
});

it("leaves a gap where nothing was measured", () => {
  expect(plotOf([5, null, 5, 5], range)?.path).toBe("M0 0M66.67 0L100 0");
});

it("widens the field for a value beyond the usual", () => {
  expect(plotOf([0, 400], { floor: 0, ceiling: 200 })?.path).toBe(
    "M0 100L100 0",
  );
});

it("draws nothing of nothing", () => {
  expect(plotOf([null, null], range)).toBeUndefined();
});
