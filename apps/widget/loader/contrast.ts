/** Black or white, whichever reads better on `colour` (`#rrggbb`), by WCAG relative luminance. */
export function readableOn(colour: string): "#000000" | "#ffffff" {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance =
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  // 0.179 is where contrast with black and with white are equal: (L + 0.05)^2 = 1.05 * 0.05.
  return luminance > 0.179 ? "#000000" : "#ffffff";
}
