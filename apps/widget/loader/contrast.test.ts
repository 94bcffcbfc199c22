import { expect, test } from "vitest";
import { readableOn } from "./contrast.ts";

test.each([
  ["#000000", "#ffffff"],
  ["#0b5fa5", "#ffffff"],
  ["#ffffff", "#000000"],
  ["#ffd400", "#000000"],
])("on %s one reads %s", (colour, text) => {
  expect(readableOn(colour)).toBe(text);
});
