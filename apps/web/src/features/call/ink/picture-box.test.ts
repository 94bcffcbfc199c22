import { expect, it } from "vitest";
import { isOn, movedBy, pictureBox, pointAt } from "./picture-box.ts";

const wide = { width: 1600, height: 900 };

it("a picture that is shown whole leaves bars above and below, or left and right", () => {
  expect(pictureBox({ width: 800, height: 600 }, wide)).toEqual({
    ...{ left: 0, top: 75, width: 800, height: 450 },
  });
  expect(pictureBox({ width: 1000, height: 450 }, wide)).toEqual({
    ...{ left: 100, top: 0, width: 800, height: 450 },
  });
});

it("no picture has come yet, or there is no room for it: it lies nowhere", () => {
  expect(pictureBox({ width: 800, height: 600 }, { width: 0, height: 0 })).toBe(
    null,
  );
  expect(pictureBox({ width: 0, height: 0 }, wide)).toBe(null);
});

it("the same spot of a picture is the same place, however large it is shown", () => {
  const place = [0.25, 0.5];
  const inLarge = pictureBox({ width: 1600, height: 1100 }, wide)!;
  const inSmall = pictureBox({ width: 500, height: 90 }, wide)!;
  expect(pointAt(inLarge, { x: 400, y: 550 })).toEqual(place);
  expect(pointAt(inSmall, { x: 170 + 40, y: 45 })).toEqual(place);
});

it("the bars are no part of the picture; a hand that draws over them draws along the edge", () => {
  const box = pictureBox({ width: 800, height: 600 }, wide)!;
  expect(isOn(box, { x: 400, y: 74 })).toBe(false);
  expect(isOn(box, { x: 400, y: 76 })).toBe(true);
  expect(pointAt(box, { x: 400, y: 10 })).toEqual([0.5, 0]);
  expect(pointAt(box, { x: 900, y: 600 })).toEqual([1, 1]);
});

it("keys move a pointer as far as the picture goes", () => {
  expect(movedBy([0.5, 0.99], [-0.02, 0.02])).toEqual([0.48, 1]);
});
