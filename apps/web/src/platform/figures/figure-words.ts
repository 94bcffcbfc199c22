/** Stands where there is no number: a share or a mean of nothing. */
export const dash = "—";

interface Writing {
  readonly number: (value: number) => string;
  readonly duration: (durationMs: number) => string;
}

const rounded = (value: number, digits: number): number =>
  Math.round(value * 10 ** digits) / 10 ** digits;

/** A share as a percentage to a tenth: 199 of 200 is no whole. */
export const shareWords = (
  { number }: Writing,
  share: number | null,
): string =>
  share === null ? dash : `${number(rounded(share * 100, 1))}\u00a0%`;

/** A mean duration to the nearest second. */
export const meanWords = (
  { duration }: Writing,
  meanMs: number | null,
): string =>
  meanMs === null ? dash : duration(Math.round(meanMs / 1000) * 1000);

/** A mean score to a tenth. */
export const scoreWords = ({ number }: Writing, mean: number | null): string =>
  mean === null ? dash : number(rounded(mean, 1));
