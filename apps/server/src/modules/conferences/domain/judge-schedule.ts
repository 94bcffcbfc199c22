import { weekdays, type ConferenceSchedule } from "@veche/contracts";
import { Temporal } from "temporal-polyfill";
import { zonedAt } from "./zoned.ts";

/** Where a schedule is wrong, as a JSON pointer within it, and what is expected there. */
interface ScheduleIssue {
  readonly path: string;
  readonly message: string;
}

/** What the shape alone can't tell of a schedule; empty when all is well. */
export function judgeSchedule(
  schedule: ConferenceSchedule,
): readonly ScheduleIssue[] {
  const { startsAtLocal, timeZone, repeat } = schedule;
  if (zonedAt("2026-01-01T12:00", timeZone) === undefined)
    return [{ path: "/timeZone", message: "must be a time zone of the world" }];
  if (zonedAt(startsAtLocal, timeZone) === undefined)
    return [
      {
        path: "/startsAtLocal",
        message: "must be an hour that exists on that day in that zone",
      },
    ];
  return repeat === null ? [] : judgeRepeat(repeat, startsAtLocal);
}

function judgeRepeat(
  repeat: NonNullable<ConferenceSchedule["repeat"]>,
  startsAtLocal: string,
): readonly ScheduleIssue[] {
  const start = Temporal.PlainDateTime.from(startsAtLocal).toPlainDate();
  const own = weekdays[start.dayOfWeek - 1];
  const issues: ScheduleIssue[] = [];
  if (repeat.every === "week" && !repeat.weekdays.some((day) => day === own))
    issues.push({
      path: "/repeat/weekdays",
      message: "must hold the weekday of the beginning",
    });
  if (repeat.every !== "week" && repeat.weekdays.length > 0)
    issues.push({
      path: "/repeat/weekdays",
      message: "must be empty unless it repeats weekly",
    });
  if (repeat.count !== null && repeat.until !== null)
    issues.push({ path: "/repeat/until", message: "must not stand by count" });
  if (repeat.until !== null && !endsAfter(repeat.until, start))
    issues.push({
      path: "/repeat/until",
      message: "must be a day within 10 years after the beginning",
    });
  return issues;
}

function endsAfter(until: string, start: Temporal.PlainDate): boolean {
  try {
    const last = Temporal.PlainDate.from(until);
    return (
      Temporal.PlainDate.compare(last, start) >= 0 &&
      Temporal.PlainDate.compare(last, start.add({ years: 10 })) <= 0
    );
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
