import { expect, it } from "vitest";
import { momentPresets } from "./moment-presets.ts";

const at = (day: number, hour: number) =>
  new Date(2026, 10, day, hour).getTime();
const keys = (nowMs: number) => momentPresets(nowMs).map(({ key }) => key);

it("offers only moments to come", () => {
  expect(keys(at(20, 12))).toEqual(["hour", "evening", "tomorrow", "monday"]);
  expect(keys(at(20, 20))).not.toContain("evening");
});

it("means the next Monday, on a Monday as well", () => {
  const monday = momentPresets(at(23, 12)).find(({ key }) => key === "monday");
  expect(monday?.atMs).toBe(at(30, 9));
});
