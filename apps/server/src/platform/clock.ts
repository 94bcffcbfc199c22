/** Time as a power that is passed in, so that tests drive it. */
export interface Clock {
  /** Wall time; may jump. For what people read and what is stored. */
  now(): Date;
  /** Monotonic milliseconds; for durations and deadlines within the process. */
  monotonicMs(): number;
}

/** The zone this machine's clock shows: `TZ`, or what the system is set to. */
export const systemTimeZone = (): string =>
  Intl.DateTimeFormat().resolvedOptions().timeZone;

export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
};
