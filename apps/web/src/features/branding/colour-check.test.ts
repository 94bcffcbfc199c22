import { expect, it } from "vitest";
import { checkColour } from "./colour-check.ts";

it.each(["red", "#fff", "#12345g", ""])(
  "does not take %j for a colour",
  (written) => {
    expect(checkColour(written)).toEqual({ kind: "not_a_colour" });
  },
);

it("tells how well text is read on a colour", () => {
  expect(checkColour(" #0B6379 ")).toEqual({
    kind: "good",
    colour: "#0b6379",
    ratio: 6.8,
  });
  expect(checkColour("#ffe600")).toMatchObject({ kind: "good", ratio: 16.6 });
});
