import type { PicturePoint } from "@veche/contracts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** Where a picture lies that is shown whole within `place`; null: nothing of it is to be seen. */
export function pictureBox(place: Size, picture: Size): Box | null {
  const scale = Math.min(
    place.width / picture.width,
    place.height / picture.height,
  );
  if (!Number.isFinite(scale) || scale <= 0) return null;
  const width = picture.width * scale;
  const height = picture.height * scale;
  const left = (place.width - width) / 2;
  const top = (place.height - height) / 2;
  return { left, top, width, height };
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Lies this spot of the place on the picture, not on the bars beside it? */
export const isOn = (box: Box, { x, y }: Spot): boolean =>
  x >= box.left &&
  x <= box.left + box.width &&
  y >= box.top &&
  y <= box.top + box.height;

/** The place on the picture under this spot; beside it, the nearest at its edge. */
export const pointAt = (box: Box, { x, y }: Spot): PicturePoint => [
  share((x - box.left) / box.width),
  share((y - box.top) / box.height),
];

/** This far from a place, as far as the picture goes. */
export const movedBy = (
  [x, y]: PicturePoint,
  [right, down]: readonly [number, number],
): PicturePoint => [share(x + right), share(y + down)];

/* A ten-thousandth is less than a dot of any screen, and short on the wire. */
const share = (value: number): number =>
  Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
