import type { QualityLevel } from "@veche/contracts";
import type { Judgement } from "./level.ts";

const dropAfterMs = 2_000;
const riseAfterMs = 8_000;

const ranks: Readonly<Record<QualityLevel, number>> = {
  unknown: 0,
  bad: 1,
  weak: 2,
  good: 3,
  excellent: 4,
};

/** The level shown, and what speaks for another one. */
export interface SteadyLevel extends Judgement {
  /** The mildest change that all seconds since `sinceMs` agree on; null when the present level is confirmed. */
  readonly pending: {
    readonly sinceMs: number;
    readonly judgement: Judgement;
  } | null;
}

export const noLevelYet: SteadyLevel = {
  level: "unknown",
  reason: "none",
  pending: null,
};

const isWorse = (one: Judgement, other: Judgement): boolean =>
  ranks[one.level] < ranks[other.level];

/** A bar that jumps tells nothing: it drops when 2 s were worse and rises when 8 s were better. */
export const steadied = (
  shown: SteadyLevel,
  next: Judgement,
  atMs: number,
): SteadyLevel => {
  if (shown.level === "unknown" || next.level === "unknown")
    return { ...next, pending: null };
  if (shown.level === next.level) return { ...next, pending: null };
  const drops = isWorse(next, shown);
  const { pending } = shown;
  const isSameWay =
    pending !== null && isWorse(pending.judgement, shown) === drops;
  const sinceMs = isSameWay ? pending.sinceMs : atMs;
  const isMilder = !isSameWay || isWorse(pending.judgement, next) === drops;
  const judgement = isMilder ? next : pending.judgement;
  const waitMs = drops ? dropAfterMs : riseAfterMs;
  if (atMs - sinceMs >= waitMs) return { ...judgement, pending: null };
  return {
    level: shown.level,
    reason: shown.reason,
    pending: { sinceMs, judgement },
  };
};
