/** Failures in a row that are forgiven before a login is locked. */
const FREE_FAILURES = 5;
const LONGEST_LOCK_MS = 15 * 60_000;

/** For how long a login is locked after so many failures in a row: 5 → 1 s, 6 → 2 s, 7 → 4 s … at most 15 min. */
export function lockDelayMs(failedCount: number): number {
  if (failedCount < FREE_FAILURES) return 0;
  return Math.min(LONGEST_LOCK_MS, 1000 * 2 ** (failedCount - FREE_FAILURES));
}
