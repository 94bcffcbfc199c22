const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export const untilChoices = [
  "forGood",
  "halfHour",
  "hour",
  "fourHours",
  "day",
  "week",
  "moment",
] as const;
export type UntilChoice = (typeof untilChoices)[number];

/** Midnight at the end of the Sunday of this week. */
function endOfWeekMs(nowMs: number): number {
  const date = new Date(nowMs);
  const daysLeft = (7 - date.getDay()) % 7;
  return new Date(
    date.getFullYear(),
    date.getMonth(),
    date.getDate() + daysLeft + 1,
  ).getTime();
}

function untilMs(choice: UntilChoice, nowMs: number): number | null {
  switch (choice) {
    case "forGood":
    case "moment":
      return null;
    case "halfHour":
      return nowMs + 30 * minuteMs;
    case "hour":
      return nowMs + hourMs;
    case "fourHours":
      return nowMs + 4 * hourMs;
    case "day":
      return new Date(nowMs).setHours(24, 0, 0, 0);
    case "week":
      return endOfWeekMs(nowMs);
  }
}

/** When a status ends, ISO 8601; null: when it is changed. Days and weeks end at the local midnight. */
export function statusUntil(
  choice: UntilChoice,
  nowMs: number,
  /** Of the choice `moment`: local, as its field holds it. */
  moment = "",
): string | null {
  if (choice === "moment")
    return moment === "" ? null : new Date(moment).toISOString();
  const endMs = untilMs(choice, nowMs);
  return endMs === null ? null : new Date(endMs).toISOString();
}
