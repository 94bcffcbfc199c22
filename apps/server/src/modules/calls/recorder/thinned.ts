import type { QualityLevel, QualitySample } from "@veche/contracts";

/** In a call of so many every second of everybody is kept; an hour of a hundred and twenty would be 430,000. */
const fewPresent = 4;

const ranks: Readonly<Record<QualityLevel, number>> = {
  bad: 0,
  weak: 1,
  good: 2,
  excellent: 3,
  unknown: 4,
};
const stepOf = ({ step }: QualitySample): string => step ?? "full";

/**
 * What of a report is kept: in larger calls its worst second, the last of equals, and those at which another step of
 * the ladder was taken.
 */
export function thinned(
  samples: readonly QualitySample[],
  { present }: { readonly present: number },
): readonly QualitySample[] {
  if (present <= fewPresent) return samples;
  const worst = samples.reduce<QualitySample | undefined>(
    (kept, sample) =>
      kept === undefined || ranks[sample.level] <= ranks[kept.level]
        ? sample
        : kept,
    undefined,
  );
  return samples.filter(
    (sample, place) =>
      sample === worst ||
      (place > 0 && stepOf(sample) !== stepOf(samples[place - 1] ?? sample)),
  );
}
