import type { QualityLevel, QualitySample } from "@veche/contracts";

/** From bad to excellent; `unknown` says nothing. */
const badness: Readonly<Record<QualityLevel, number>> = {
  unknown: 0,
  excellent: 1,
  good: 2,
  weak: 3,
  bad: 4,
};
const levels = ["bad", "weak", "good", "excellent"] as const;

const lastingMs = 10_000;

type Reading = Pick<QualitySample, "at" | "level">;

/**
 * The worst level that lasted ten seconds or more (a worse one counts for it too). Readings of one participant, in
 * order of time, about one a second; a longer silence interrupts.
 */
export function worstLasting(readings: readonly Reading[]): QualityLevel {
  const lasting = levels.find(
    (level) => longestMs(readings, badness[level]) >= lastingMs,
  );
  if (lasting !== undefined) return lasting;
  const known = readings.filter((reading) => reading.level !== "unknown");
  // A call too short for anything to last is judged by its best moment.
  return known.reduce<QualityLevel>(
    (best, { level }) =>
      best === "unknown" || badness[level] < badness[best] ? level : best,
    "unknown",
  );
}

/** The worse of two participants' levels. */
export const worse = (a: QualityLevel, b: QualityLevel): QualityLevel =>
  badness[a] >= badness[b] ? a : b;

const silenceMs = 5_000;

function longestMs(readings: readonly Reading[], atLeast: number): number {
  let longest = 0;
  let begunAt: number | undefined;
  let lastAt = 0;
  for (const reading of readings) {
    const at = Date.parse(reading.at);
    const isContinued = badness[reading.level] >= atLeast;
    if (begunAt !== undefined && at - lastAt > silenceMs) begunAt = undefined;
    if (!isContinued) begunAt = undefined;
    else begunAt ??= at;
    lastAt = at;
    if (begunAt !== undefined) longest = Math.max(longest, at - begunAt);
  }
  return longest;
}
