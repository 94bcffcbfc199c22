/** One measured ratio and what it should be. */
export interface Figure {
  readonly name: string;
  readonly measured: string;
  readonly against: string;
  /** Product over limit, or product over peer; null where there is nothing to compare with. */
  readonly ratio: number | null;
  readonly goal: string;
}

/** The value below which `share` (0–1) of the sample lies; the nearest rank. NaN of nothing. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = sample.toSorted((one, other) => one - other);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

export const median = (sample: readonly number[]): number =>
  percentile(sample, 0.5);

/** How long it took, milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A table for the terminal and for the document alike. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ name, measured, against, ratio, goal }) =>
      `| ${name} | ${measured} | ${against} | ${ratio === null ? "—" : `${ratio.toFixed(2)}×`} | ${goal} |`,
  );
  return [
    "| figure | product | measured against, same run | ratio | goal |",
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}
