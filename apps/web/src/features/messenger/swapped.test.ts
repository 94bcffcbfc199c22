import { expect, it } from "vitest";
import { swapped } from "./swapped.ts";

it("puts two of a list in each other's place, and knows where the list ends", () => {
  expect(swapped(["a", "b", "c"], 1, 0)).toEqual(["b", "a", "c"]);
  expect(swapped(["a", "b"], 1, 2)).toEqual(["a", "b"]);
  expect(swapped(["a", "b"], 0, -1)).toEqual(["a", "b"]);
});
