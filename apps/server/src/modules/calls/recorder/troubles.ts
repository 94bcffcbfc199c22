import {
  ladderSteps,
  type CallTrouble,
  type CallVerdict,
  type LadderStep,
  type LineSide,
  type QualityLevel,
  type QualityReason,
  type QualitySample,
} from "@veche/contracts";
import { worstLasting } from "../domain/quality.ts";
import { networkPathOf } from "./network-path.ts";

/** Shorter dips are no trouble that anybody speaks of. */
const worthTellingMs = 3_000;
/** Seconds further apart are not of one stretch; larger calls keep one of ten. */
const gapMs = 12_000;

const isTroubled = ({ level }: { readonly level: QualityLevel }): boolean =>
  level === "weak" || level === "bad";

const largest = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
};

const furthest = (samples: readonly QualitySample[]): LadderStep =>
  ladderSteps.findLast((step) =>
    samples.some((sample) => (sample.step ?? "full") === step),
  ) ?? "full";

/** What most of them name. */
function commonest<Word extends string>(
  words: readonly Word[],
): Word | undefined {
  const counts = new Map<Word, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

/** Which direction was as bad as the whole; both, where the measurement does not tell. */
function sideOf({ sending, receiving }: QualitySample): LineSide {
  const [up, down] = [sending, receiving].map(
    (line) => line !== undefined && isTroubled(line),
  );
  if (up === down) return "both";
  return up === true ? "sending" : "receiving";
}

/**
 * The stretches in which a participant's call was weak or bad, each with the cause that most of its seconds name.
 * Samples of one participant, in order of time.
 */
export function troublesOf(
  samples: readonly QualitySample[],
): readonly CallTrouble[] {
  return stretches(samples).flatMap((stretch) => {
    const [first, last] = [stretch.at(0), stretch.at(-1)];
    if (first === undefined || last === undefined) return [];
    const tookMs = Date.parse(last.at) - Date.parse(first.at);
    return tookMs < worthTellingMs ? [] : [troubleOf(stretch, first, last)];
  });
}

function troubleOf(
  stretch: readonly QualitySample[],
  first: QualitySample,
  last: QualitySample,
): CallTrouble {
  const isBad = stretch.some(({ level }) => level === "bad");
  return {
    fromAt: first.at,
    toAt: last.at,
    level: isBad ? "bad" : "weak",
    reason: commonest(stretch.map(({ reason }) => reason)) ?? "none",
    side: commonest(stretch.map(sideOf)) ?? "both",
    lossRatio: largest(
      stretch.flatMap(({ receivedLossRatio, sentLossRatio }) => [
        receivedLossRatio,
        sentLossRatio,
      ]),
    ),
    roundTripMs: largest(stretch.map(({ roundTripMs }) => roundTripMs)),
    jitterMs: largest(stretch.map(({ jitterMs }) => jitterMs)),
    path: networkPathOf(
      commonest(stretch.flatMap(({ path }) => path ?? [])) ?? null,
    ),
    step: furthest(stretch),
  };
}

function stretches(
  samples: readonly QualitySample[],
): readonly (readonly QualitySample[])[] {
  const found: QualitySample[][] = [];
  let open: QualitySample[] | undefined;
  for (const sample of samples) {
    const before = open?.at(-1);
    const isFar =
      before !== undefined &&
      Date.parse(sample.at) - Date.parse(before.at) > gapMs;
    if (!isTroubled(sample)) open = undefined;
    else if (open === undefined || isFar) found.push((open = [sample]));
    else open.push(sample);
  }
  return found;
}

/** How the whole call was for one participant. */
export function verdictOn(
  samples: readonly QualitySample[],
): Omit<CallVerdict, "name" | "principalId"> {
  const level = worstLasting(samples);
  const known = samples.filter((sample) => sample.level !== "unknown");
  const troubled = known.filter(isTroubled);
  const reasons = troubled.map(({ reason }) => reason);
  return {
    level,
    reason: isTroubled({ level })
      ? (commonest<QualityReason>(reasons) ?? "none")
      : "none",
    path: networkPathOf(
      commonest(samples.flatMap(({ path }) => path ?? [])) ?? null,
    ),
    troubledRatio: known.length === 0 ? 0 : troubled.length / known.length,
    step: furthest(samples),
  };
}
