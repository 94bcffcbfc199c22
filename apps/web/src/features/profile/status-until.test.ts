import { expect, it } from "vitest";
import { statusUntil } from "./status-until.ts";

const noonMs = new Date(2026, 10, 20, 12).getTime();

it("ends in an hour, at the end of the day, or never by itself", () => {
  expect(statusUntil("hour", noonMs)).toBe(
    new Date(2026, 10, 20, 13).toISOString(),
  );
  expect(statusUntil("day", noonMs)).toBe(new Date(2026, 10, 21).toISOString());
  expect(statusUntil("forGood", noonMs)).toBeNull();
});
