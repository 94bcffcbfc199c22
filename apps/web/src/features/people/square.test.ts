import { expect, it } from "vitest";
import { inside, sideOf, wholeView } from "./square.ts";

const size = { width: 400, height: 300 };

it("begins with the largest square in the middle", () => {
  const view = wholeView(size);
  expect(inside(size, view)).toEqual(view);
  expect(sideOf(size, view)).toBe(300);
});

it("never leaves the picture, however it is dragged or zoomed", () => {
  expect(inside(size, { centreX: -50, centreY: 999, zoom: 2 })).toEqual({
    centreX: 75,
    centreY: 225,
    zoom: 2,
  });
  expect(inside(size, { centreX: 390, centreY: 150, zoom: 0.1 })).toEqual({
    centreX: 250,
    centreY: 150,
    zoom: 1,
  });
});
