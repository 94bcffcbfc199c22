import { expect, test } from "vitest";
import { mos } from "./mos.ts";

test.each([
  [{ roundTripMs: 50, jitterMs: 5, lossRatio: 0 }, 4.41],
  [{ roundTripMs: 200, jitterMs: 20, lossRatio: 0.01 }, 4.0],
  [{ roundTripMs: 200, jitterMs: 30, lossRatio: 0.03 }, 3.7],
  [{ roundTripMs: 400, jitterMs: 30, lossRatio: 0.03 }, 2.69],
])("%o score %f (conventions A.11)", (figures, score) => {
  expect(mos(figures)).toBeCloseTo(score, 2);
});

test("nothing is worse than 1", () => {
  expect(
    mos({ roundTripMs: 10_000, jitterMs: 1_000, lossRatio: 1 }),
  ).toBeGreaterThanOrEqual(1);
});
