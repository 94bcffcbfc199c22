const secondMs = 1_000;
const minuteMs = 60 * secondMs;

/** While something is being sent nobody else sends it; whoever died over it leaves it due again after this. */
export const leaseMs = minuteMs;

const delaysMs = [
  5 * secondMs,
  30 * secondMs,
  2 * minuteMs,
  10 * minuteMs,
  30 * minuteMs,
  60 * minuteMs,
];
const longestMs = 2 * 60 * minuteMs;

/** How long to wait after so many tries; what the other side asks for counts where it is longer. */
export const retryDelayMs = (tries: number, askedMs = 0): number =>
  Math.min(
    Math.max(delaysMs[tries - 1] ?? longestMs, askedMs),
    24 * 60 * minuteMs,
  );
