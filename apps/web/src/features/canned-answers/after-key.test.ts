import { expect, it } from "vitest";
import { afterKey } from "./after-key.ts";

it.each([
  ["ArrowDown", 0, 1],
  ["ArrowDown", 2, 0],
  ["ArrowUp", 2, 1],
  ["ArrowUp", 0, 2],
])("%s leads from row %i of three to row %i", (key, active, next) => {
  expect(afterKey(key, { active, count: 3 })).toBe(next);
});

it("Enter chooses, Escape closes, every other key is the field's", () => {
  const place = { active: 1, count: 3 };
  expect(
    ["Enter", "Escape", "a", "Tab", "Home"].map((key) => afterKey(key, place)),
  ).toEqual(["choose", "close", undefined, undefined, undefined]);
});

it("where nothing is found, arrows and Enter change nothing, and Escape closes", () => {
  expect(
    ["ArrowDown", "ArrowUp", "Enter", "Escape"].map((key) =>
      afterKey(key, { active: 0, count: 0 }),
    ),
  ).toEqual([0, 0, 0, "close"]);
});
