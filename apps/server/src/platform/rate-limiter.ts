import type { Clock } from "./clock.ts";

/** A token bucket: `burst` at once, then `perSecond`. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** The same measure, so many times as wide. */
export const times = ({ perSecond, burst }: Rate, factor: number): Rate => ({
  perSecond: perSecond * factor,
  burst: burst * factor,
});

export interface RateLimiter {
  /**
   * Takes one token of `key`: 0 when there was one, otherwise how many milliseconds to wait for it. Those refused one
   * after the other are told one after the other: told the same, all but one would come back in vain.
   */
  take(key: string): number;
}

interface Bucket {
  tokens: number;
  filledAtMs: number;
  /** When the last one refused was told to come back. */
  promisedAtMs: number;
}

/** Nobody is told to wait longer than this, however many wait before them. */
const LONGEST_WAIT_MS = 10_000;

export interface RateLimiterDeps {
  readonly clock: Clock;
  readonly rate: Rate;
  /** Keys remembered at most; beyond that the longest untouched are forgotten, so memory stays bounded. */
  readonly maxKeys?: number;
}

export function createRateLimiter({
  clock,
  rate,
  maxKeys = 20_000,
}: RateLimiterDeps): RateLimiter {
  const buckets = new Map<string, Bucket>();

  return {
    take(key) {
      const nowMs = clock.monotonicMs();
      const bucket = buckets.get(key) ?? {
        tokens: rate.burst,
        filledAtMs: nowMs,
        promisedAtMs: nowMs,
      };
      // Deleting before setting keeps the map in the order of use.
      buckets.delete(key);
      buckets.set(key, bucket);
      if (buckets.size > maxKeys) {
        const oldest = buckets.keys().next();
        if (!oldest.done) buckets.delete(oldest.value);
      }
      return takeToken(bucket, rate, nowMs);
    },
  };
}

function takeToken(bucket: Bucket, rate: Rate, nowMs: number): number {
  const gained = ((nowMs - bucket.filledAtMs) / 1000) * rate.perSecond;
  bucket.tokens = Math.min(rate.burst, bucket.tokens + gained);
  bucket.filledAtMs = nowMs;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return 0;
  }
  const tokenAtMs = nowMs + ((1 - bucket.tokens) / rate.perSecond) * 1000;
  const turnAtMs = bucket.promisedAtMs + 1000 / rate.perSecond;
  bucket.promisedAtMs = Math.min(
    Math.max(tokenAtMs, turnAtMs),
    nowMs + LONGEST_WAIT_MS,
  );
  return Math.ceil(bucket.promisedAtMs - nowMs);
}
