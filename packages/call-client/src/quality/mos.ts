export interface LineFigures {
  readonly roundTripMs: number;
  readonly jitterMs: number;
  /** 0–1. */
  readonly lossRatio: number;
}

const bestRating = 94.768;
const worstRating = 6.52;

/** What delay takes off the rating: little at first, more than it is worth beyond 160 ms. */
const delayPenalty = (latencyMs: number): number =>
  latencyMs < 160 ? latencyMs / 40 : (latencyMs - 120) / 10;

/** How many points of the rating each trouble costs. */
export const penalties = ({
  roundTripMs,
  jitterMs,
  lossRatio,
}: LineFigures): Readonly<Record<"delay" | "jitter" | "loss", number>> => {
  const withoutJitter = delayPenalty(roundTripMs + 10);
  return {
    loss: 2.5 * lossRatio * 100,
    delay: withoutJitter,
    jitter: delayPenalty(roundTripMs + 2 * jitterMs + 10) - withoutJitter,
  };
};

/** Mean opinion score, 1–5, by the formula of conventions A.11. */
export const mos = (figures: LineFigures): number => {
  const { loss, delay, jitter } = penalties(figures);
  const rating = Math.max(worstRating, bestRating - delay - jitter - loss);
  return (
    1 + 0.035 * rating + 0.000007 * rating * (rating - 60) * (100 - rating)
  );
};
