import {
  ladderSteps,
  type LadderStep,
  type LineQuality,
  type QualityLevel,
  type QualityReason,
} from "@veche/contracts";

/** What one second says of the line, both directions apart. */
export interface LineSecond {
  readonly atMs: number;
  readonly sending: QualityLevel;
  readonly receiving: QualityLevel;
  /** The last step that what disturbs the line speaks for. */
  readonly lowest: LadderStep;
}

/** Where one stands on the ladder, and what speaks for another step. */
export interface LadderState {
  readonly step: LadderStep;
  /** Since when every second has asked for less; null while none does. */
  readonly strainedSinceMs: number | null;
  /** Since when every second has been good. */
  readonly calmSinceMs: number | null;
  /** How long it must be good before more is tried. */
  readonly riseAfterMs: number;
  readonly roseAtMs: number | null;
}

const weakForMs = 5_000;
const badForMs = 3_000;
/** Reception alone is helped by the last step only: what others send me is made smaller by them and by the media server. */
const deafForMs = 8_000;
const firstRiseAfterMs = 20_000;
const lastRiseAfterMs = 120_000;
/** A step up that the line could not carry shows within this time. */
const trialMs = 15_000;

export const atTheTop: LadderState = {
  step: "full",
  strainedSinceMs: null,
  calmSinceMs: null,
  riseAfterMs: firstRiseAfterMs,
  roseAtMs: null,
};

const isGood = (level: QualityLevel): boolean =>
  level === "good" || level === "excellent";

/** How long the line must be like this before something is given up; null: nothing is asked for. */
function patienceMs({ sending, receiving }: LineSecond): number | null {
  if (sending === "bad") return badForMs;
  if (sending === "weak") return weakForMs;
  return receiving === "bad" ? deafForMs : null;
}

/** What a direction asks of the ladder. A far-away line is weak by its delay alone, and fewer pictures bring nobody nearer. */
export const strainOf = ({ level, reason }: LineQuality): QualityLevel =>
  reason === "delay" ? "good" : level;

/** Smaller pictures help against these; without any, the line would be no better. */
const helpedBySmaller: ReadonlySet<QualityReason> = new Set([
  "jitter",
  "freezes",
  "cpu",
]);

/** How far down these directions of a line may bring their owner. */
export const lowestFor = (...lines: readonly LineQuality[]): LadderStep =>
  lines.some(
    ({ level, reason }) =>
      (level === "weak" || level === "bad") && !helpedBySmaller.has(reason),
  )
    ? "sound_only"
    : "low";

const isBelow = (one: LadderStep, other: LadderStep): boolean =>
  ladderSteps.indexOf(one) > ladderSteps.indexOf(other);

const neighbour = (step: LadderStep, by: 1 | -1): LadderStep | undefined =>
  ladderSteps[ladderSteps.indexOf(step) + by];

/** One second further. A step down is quick and one by one, a step up is slow, and slower each time it did not last. */
export function advance(state: LadderState, second: LineSecond): LadderState {
  const { atMs, sending, receiving } = second;
  const patience = patienceMs(second);
  if (patience !== null)
    return strained(state, { atMs, patience, lowest: second.lowest });
  if (!isGood(sending) || !isGood(receiving))
    return { ...state, strainedSinceMs: null, calmSinceMs: null };
  const calmSinceMs = state.calmSinceMs ?? atMs;
  const calm: LadderState = { ...state, strainedSinceMs: null, calmSinceMs };
  const above = neighbour(state.step, -1);
  if (above === undefined)
    return atMs - calmSinceMs < lastRiseAfterMs
      ? calm
      : { ...calm, riseAfterMs: firstRiseAfterMs };
  if (atMs - calmSinceMs < state.riseAfterMs) return calm;
  return { ...calm, step: above, calmSinceMs: atMs, roseAtMs: atMs };
}

function strained(
  state: LadderState,
  {
    atMs,
    patience,
    lowest,
  }: Pick<LineSecond, "atMs" | "lowest"> & { readonly patience: number },
): LadderState {
  const strainedSinceMs = state.strainedSinceMs ?? atMs;
  const waiting = { ...state, strainedSinceMs, calmSinceMs: null };
  const below = neighbour(state.step, 1);
  if (below === undefined || isBelow(below, lowest)) return waiting;
  if (atMs - strainedSinceMs < patience) return waiting;
  const wasTrial =
    state.roseAtMs !== null && atMs - state.roseAtMs <= trialMs + patience;
  return {
    ...waiting,
    step: below,
    strainedSinceMs: atMs,
    roseAtMs: null,
    riseAfterMs: wasTrial
      ? Math.min(state.riseAfterMs * 2, lastRiseAfterMs)
      : state.riseAfterMs,
  };
}

/** What of my camera is sent on a step. */
export interface PictureLimits {
  /** By how much each side of the picture is divided. */
  readonly scale: number;
  readonly framesPerSecond: number | undefined;
  readonly maxKbps: number | undefined;
  /** How many of the room's three sizes are sent, the smallest first. */
  readonly layers: number;
}

const limits: Readonly<Record<LadderStep, PictureLimits>> = {
  full: { scale: 1, framesPerSecond: undefined, maxKbps: undefined, layers: 3 },
  reduced: { scale: 2, framesPerSecond: 20, maxKbps: 350, layers: 2 },
  low: { scale: 4, framesPerSecond: 10, maxKbps: 100, layers: 1 },
  no_picture: { scale: 4, framesPerSecond: 10, maxKbps: 100, layers: 1 },
  sound_only: { scale: 4, framesPerSecond: 10, maxKbps: 100, layers: 1 },
};
export const limitsOf = (step: LadderStep): PictureLimits => limits[step];

/** Does my camera wait on this step? */
export const isPictureGivenUp = (step: LadderStep): boolean =>
  step === "no_picture" || step === "sound_only";
