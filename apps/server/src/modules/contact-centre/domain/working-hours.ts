import { Temporal } from "temporal-polyfill";
import {
  isTimeZone,
  type QueueFields,
  type QueueHours,
} from "@veche/contracts";
import { dayOf } from "./calendar-day.ts";

/** More days than holidays can close in a row: one working day a week is left. */
const longestSearchDays = 800;

/**
 * When a queue serves next: null while it serves. By the clocks of its time zone: an hour that is skipped in spring
 * begins when the clocks have gone on, one that comes twice in autumn begins at the first.
 */
export function opensAt(hours: QueueHours | null, at: Date): Date | null {
  if (hours === null) return null;
  const now = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  const today = now.toZonedDateTimeISO(hours.timeZone).toPlainDate();
  for (let days = 0; days < longestSearchDays; days += 1) {
    for (const { from, to } of stretchesOn(hours, today.add({ days }))) {
      if (Temporal.Instant.compare(now, to) >= 0) continue;
      const isOpen = Temporal.Instant.compare(from, now) <= 0;
      return isOpen ? null : new Date(from.epochMilliseconds);
    }
  }
  throw new Error("a queue with working hours never serves");
}

interface Stretch {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

function stretchesOn(
  { timeZone, week, holidays }: QueueHours,
  day: Temporal.PlainDate,
): readonly Stretch[] {
  if (holidays.includes(day.toString())) return [];
  const momentOf = (time: string): Temporal.Instant =>
    (time === "24:00"
      ? day.add({ days: 1 }).toZonedDateTime(timeZone)
      : day.toZonedDateTime({ timeZone, plainTime: time })
    ).toInstant();
  return week
    .filter((stretch) => stretch.day === day.dayOfWeek)
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .map(({ from, to }) => ({ from: momentOf(from), to: momentOf(to) }));
}

/** What the contract's shape cannot say. */
export function queueIssues({ hours }: Pick<QueueFields, "hours">): readonly {
  readonly path: string;
  readonly message: string;
}[] {
  if (hours === null) return [];
  return [
    ...(isTimeZone(hours.timeZone)
      ? []
      : [{ path: "/hours/timeZone", message: "is not a known time zone" }]),
    ...hours.week.flatMap(({ from, to }, at) =>
      from < to
        ? []
        : [{ path: `/hours/week/${at}/to`, message: "must be after from" }],
    ),
    ...hours.holidays.flatMap((day, at) =>
      dayOf(day)
        ? []
        : [{ path: `/hours/holidays/${at}`, message: "is no day" }],
    ),
  ];
}
