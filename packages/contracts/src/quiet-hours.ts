import type { NotificationSettings } from "./notifications.ts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Wall time somewhere: the day of the week (1 is Monday) and the minute of the day. */
interface LocalTime {
  readonly day: number;
  readonly minute: number;
}

function localTime(at: Date, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? "";
  return {
    day: weekdays.indexOf(part("weekday")) + 1,
    minute: Number(part("hour")) * 60 + Number(part("minute")),
  };
}

function minuteOf(time: string): number {
  const [hours = "", minutes = ""] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

const dayBefore = (day: number): number => (day === 1 ? 7 : day - 1);

/** True between the two, also across midnight; `from` belongs to the quiet, `to` no longer does. */
export function isQuietAt(
  {
    quietHours,
    timeZone,
  }: Pick<NotificationSettings, "quietHours" | "timeZone">,
  at: Date,
): boolean {
  if (quietHours === null) return false;
  const { day, minute } = localTime(at, timeZone);
  const from = minuteOf(quietHours.from);
  const to = minuteOf(quietHours.to);
  const begins = (on: number) => quietHours.days.includes(on);
  if (from < to) return begins(day) && minute >= from && minute < to;
  const isEvening = begins(day) && minute >= from;
  return isEvening || (begins(dayBefore(day)) && minute < to);
}

/** Whether this machine's time zone database knows a zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    Intl.DateTimeFormat("en-GB", { timeZone });
    return true;
  } catch {
    return false;
  }
}
