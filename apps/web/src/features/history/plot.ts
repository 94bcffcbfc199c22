/** A line over time, cut into pieces where nothing was measured. */
export interface Plot {
  /** SVG path data on a field of 100 × 100, the highest value on top. */
  readonly path: string;
  readonly lowest: number;
  readonly highest: number;
}

/** Undefined when there is nothing to draw. `floor` and `ceiling` are always on the field. */
export function plotOf(
  values: readonly (number | null)[],
  range: { readonly floor: number; readonly ceiling: number },
): Plot | undefined {
  const measured = values.filter((value) => value !== null);
  if (measured.length === 0) return undefined;
  const lowest = Math.min(...measured);
  const highest = Math.max(...measured);
  const bottom = Math.min(range.floor, lowest);
  const height = Math.max(range.ceiling, highest) - bottom;
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  const round = (value: number) => Math.round(value * 100) / 100;
  let isDrawing = false;
  const pieces = values.map((value, index) => {
    if (value === null) {
      isDrawing = false;
      return "";
    }
    const word = isDrawing ? "L" : "M";
    isDrawing = true;
    return `${word}${String(round(index * step))} ${String(round(100 - (100 * (value - bottom)) / height))}`;
  });
  return { path: pieces.join(""), lowest, highest };
}
