/** Of a picture, in its pixels. */
export interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A smaller part is not worth showing; the server refuses it. */
export const smallestSidePx = 16;

const between = (value: number, most: number): number =>
  Math.round(Math.max(0, Math.min(most, value)));

/** The largest square there is, in the middle. */
export function middleSquare({ width, height }: PictureSize): Square {
  const side = Math.min(width, height);
  return {
    left: Math.round((width - side) / 2),
    top: Math.round((height - side) / 2),
    side,
  };
}

/** The same square elsewhere, as far as the picture goes. */
export const movedTo = (
  { side }: Square,
  place: { readonly left: number; readonly top: number },
  { width, height }: PictureSize,
): Square => ({
  left: between(place.left, width - side),
  top: between(place.top, height - side),
  side,
});

/** The square with another side about the same middle, as far as the picture goes. */
export function resizedTo(
  { left, top, side: before }: Square,
  wanted: number,
  size: PictureSize,
): Square {
  const most = Math.min(size.width, size.height);
  const side = Math.round(Math.max(smallestSidePx, Math.min(most, wanted)));
  const shift = (before - side) / 2;
  return movedTo(
    { left, top, side },
    { left: left + shift, top: top + shift },
    size,
  );
}
