import { expect, it } from "vitest";
import { errorCodes, errorRegistry } from "./errors.ts";
import { isRetryable } from "./retryable-errors.ts";

it("whatever time mends may be asked again, and hardly anything else", () => {
  const passing = errorCodes.filter(
    (code) => errorRegistry[code].fixedBy === "time",
  );
  expect(passing.filter((code) => !isRetryable(code))).toEqual([]);
  expect(errorCodes.filter(isRetryable).length).toBe(passing.length + 6);
});
