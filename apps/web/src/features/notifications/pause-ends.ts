const minuteMs = 60_000;
/** When the working day begins for most. */
const morningHour = 8;

/** When a pause may end, by the local clock. */
export function pauseEnds(nowMs: number) {
  const morning = new Date(nowMs);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(morningHour, 0, 0, 0);
  return [
    { key: "halfHour", atMs: nowMs + 30 * minuteMs },
    { key: "hour", atMs: nowMs + 60 * minuteMs },
    { key: "twoHours", atMs: nowMs + 120 * minuteMs },
    { key: "morning", atMs: morning.getTime() },
  ] as const;
}
