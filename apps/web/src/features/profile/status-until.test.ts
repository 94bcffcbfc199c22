import { expect, it } from "vitest";
import { statusUntil } from "./status-until.ts";

/** A Friday. */
const noonMs = new Date(2026, 10, 20, 12).getTime();

it("ends after some hours, with the day, with the week, or never by itself", () => {
  expect(statusUntil("halfHour", noonMs)).toBe(
    new Date(2026, 10, 20, 12, 30).toISOString(),
  );
  expect(statusUntil("hour", noonMs)).toBe(
    new Date(2026, 10, 20, 13).toISOString(),
  );
  expect(statusUntil("fourHours", noonMs)).toBe(
    new Date(2026, 10, 20, 16).toISOString(),
  );
  expect(statusUntil("day", noonMs)).toBe(new Date(2026, 10, 21).toISOString());
  expect(statusUntil("week", noonMs)).toBe(
    new Date(2026, 10, 23).toISOString(),
  );
  expect(statusUntil("forGood", noonMs)).toBeNull();
});

it("ends at a chosen moment; without one it stays", () => {
  expect(statusUntil("moment", noonMs, "2026-12-01T09:30")).toBe(
    new Date(2026, 11, 1, 9, 30).toISOString(),
  );
  expect(statusUntil("moment", noonMs)).toBeNull();
});
