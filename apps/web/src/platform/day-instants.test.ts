import { expect, it } from "vitest";
import { endOfDay, startOfDay } from "./day-instants.ts";

it("a day goes from its midnight to the next, and one that is still being typed is none", () => {
  const at = new Date(2026, 0, 31);
  expect(startOfDay("2026-01-31")).toBe(at.toISOString());
  at.setDate(32);
  expect(endOfDay("2026-01-31")).toBe(at.toISOString());
  expect([startOfDay(""), endOfDay("0002-01-31")]).toEqual([null, null]);
});
