const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** After the first failure, the second, …; together just under a day. */
const pausesMs = [
  5 * secondMs,
  minuteMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  8 * hourMs,
  8 * hourMs,
] as const;

/** A receiver that asks for more is given no more than this. */
const longestAskedMs = 8 * hourMs;

/**
 * How long to wait before a message is posted again, after this many failures in a row (Standard Webhooks,
 * "Deliverability"). Undefined: not again, the endpoint is given up. There is one message on its way to an endpoint at a
 * time, so that no crowd comes back at once and no jitter is needed.
 *
 * @param askedMs what the receiver asked for by `Retry-After`; 0 if it did not
 */
export function pauseMs(
  failureCount: number,
  askedMs: number,
): number | undefined {
  const own = pausesMs[failureCount - 1];
  return own && Math.max(own, Math.min(askedMs, longestAskedMs));
}
