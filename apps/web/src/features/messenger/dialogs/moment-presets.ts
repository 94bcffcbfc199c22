const hourMs = 3_600_000;

export interface MomentPreset {
  readonly key: "hour" | "evening" | "tomorrow" | "monday";
  readonly atMs: number;
}

const atHour = (ms: number, days: number, hour: number): number => {
  const date = new Date(ms);
  date.setDate(date.getDate() + days);
  return date.setHours(hour, 0, 0, 0);
};

/** Moments people choose most, those still to come. */
export function momentPresets(nowMs: number): readonly MomentPreset[] {
  const weekday = new Date(nowMs).getDay();
  const daysToMonday = (8 - weekday) % 7 || 7;
  const all: readonly MomentPreset[] = [
    { key: "hour", atMs: nowMs + hourMs },
    { key: "evening", atMs: atHour(nowMs, 0, 18) },
    { key: "tomorrow", atMs: atHour(nowMs, 1, 9) },
    { key: "monday", atMs: atHour(nowMs, daysToMonday, 9) },
  ];
  return all.filter(({ atMs }) => atMs > nowMs);
}
