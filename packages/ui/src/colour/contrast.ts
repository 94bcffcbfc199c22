import { channelsOf, hexOf, linearOf, oklchOf } from "./oklch.ts";

/** WCAG 2.2: the least contrast of text, and of graphics that carry meaning. */
export const TEXT_CONTRAST = 4.5;
export const GRAPHICS_CONTRAST = 3;

function luminance(hex: string): number {
  const [red, green, blue] = channelsOf(hex);
  return (
    0.2126 * linearOf(red) + 0.7152 * linearOf(green) + 0.0722 * linearOf(blue)
  );
}

/** Contrast ratio of two `#rrggbb` colours, 1–21. */
export function contrastOf(one: string, other: string): number {
  const [lower, higher] = [luminance(one), luminance(other)].sort(
    (a, b) => a - b,
  ) as [number, number]; // two in, two out
  return (higher + 0.05) / (lower + 0.05);
}

const black = "#000000";
const white = "#ffffff";

/** Black or white, whichever is read better on the colour. */
export const textOn = (background: string): string =>
  contrastOf(white, background) >= contrastOf(black, background)
    ? white
    : black;

/**
 * The colour moved in lightness only, by the least step that reaches `ratio` against every background:
 * darker on light backgrounds, lighter on dark ones.
 */
export function reachContrast(
  hex: string,
  backgrounds: readonly string[],
  ratio: number,
): string {
  const reaches = (candidate: string) =>
    backgrounds.every((one) => contrastOf(candidate, one) >= ratio);
  if (reaches(hex)) return hex;
  const isOnDark = backgrounds.every((one) => textOn(one) === white);
  const start = oklchOf(hex);
  for (let step = 1; step <= 100; step += 1) {
    const lightness = start.lightness + (isOnDark ? step : -step) / 100;
    if (lightness < 0 || lightness > 1) break;
    const candidate = hexOf({ ...start, lightness });
    if (reaches(candidate)) return candidate;
  }
  return isOnDark ? white : black;
}
