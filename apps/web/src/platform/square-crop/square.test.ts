import { describe, expect, it } from "vitest";
import { middleSquare, movedTo, resizedTo } from "./square.ts";

const wide = { width: 400, height: 300 };

describe("a square cut out of a picture", () => {
  it("is at first as large as it can be, in the middle", () => {
    expect(middleSquare(wide)).toEqual({ left: 50, top: 0, side: 300 });
  });

  it("moves as far as the picture goes", () => {
    const square = { left: 50, top: 50, side: 200 };
    expect(movedTo(square, { left: 500, top: -20 }, wide)).toEqual({
      left: 200,
      top: 0,
      side: 200,
    });
  });

  it("grows and shrinks about its middle, and stays inside", () => {
    const square = { left: 0, top: 100, side: 100 };
    expect(resizedTo(square, 50, wide)).toEqual({
      left: 25,
      top: 125,
      side: 50,
    });
    expect(resizedTo(square, 900, wide)).toEqual({
      left: 0,
      top: 0,
      side: 300,
    });
    expect(resizedTo(square, 1, wide).side).toBe(16);
  });
});
