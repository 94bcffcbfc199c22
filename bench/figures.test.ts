import { describe, expect, it } from "vitest";
import { median, percentile, tableOf } from "./figures.ts";

describe("a sample of times", () => {
  it("has its percentiles at the nearest rank, whatever its order", () => {
    const sample = [5, 1, 4, 2, 3];
    expect([median(sample), percentile(sample, 0.99)]).toEqual([3, 5]);
    expect(percentile(sample, 0)).toBe(1);
    expect(percentile([], 0.5)).toBeNaN();
  });
});

it("figures are told with what they were measured against", () => {
  const figure = {
    name: "messages",
    measured: "200/s",
    against: "100/s",
    ratio: 2,
    goal: "≥ 1×",
  };
  expect(tableOf([figure]).split("\n").at(-1)).toBe(
    "| messages | 200/s | 100/s | 2.00× | ≥ 1× |",
  );
});
