import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import type { ConferenceRepeat, ConferenceSchedule } from "@veche/contracts";
import { instantOf, zonedAt } from "./zoned.ts";

/** What became of one occurrence of the rule; without a new time it does not take place. */
export interface Exception {
  readonly originalAt: Date;
  readonly movedTo: Pick<
    ConferenceSchedule,
    "startsAtLocal" | "durationMinutes"
  > | null;
}

/** One time a conference takes place. */
export interface Takes {
  /** When the rule alone would have it. */
  readonly originalAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isMoved: boolean;
}

interface Span {
  readonly from: Date;
  readonly to: Date;
}

const minuteMs = 60_000;
/** The longest a conference lasts, by the contract. */
const longestMs = 1440 * minuteMs;

/** What takes place at least in part between `from` and `to`, in the order of time. */
export function occurrencesBetween(
  schedule: ConferenceSchedule,
  exceptions: readonly Exception[],
  { from, to }: Span,
): readonly Takes[] {
  const excepted = new Set(
    exceptions.map(({ originalAt }) => originalAt.getTime()),
  );
  const regular = beginningsBetween(schedule, {
    from: new Date(from.getTime() - longestMs),
    to,
  })
    .filter((at) => !excepted.has(at.getTime()))
    .map((at) =>
      lasting({ originalAt: at, startsAt: at }, schedule.durationMinutes),
    );
  const moved = exceptions.flatMap(({ originalAt, movedTo }) => {
    const zoned = movedTo && zonedAt(movedTo.startsAtLocal, schedule.timeZone);
    return movedTo && zoned
      ? [
          lasting(
            { originalAt, startsAt: instantOf(zoned) },
            movedTo.durationMinutes,
            "moved",
          ),
        ]
      : [];
  });
  return [...regular, ...moved]
    .filter(({ startsAt, endsAt }) => startsAt < to && endsAt > from)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

const lasting = (
  times: Pick<Takes, "originalAt" | "startsAt">,
  minutes: number,
  place: "moved" | "regular" = "regular",
): Takes => ({
  ...times,
  endsAt: new Date(times.startsAt.getTime() + minutes * minuteMs),
  isMoved: place === "moved",
});

/** Whether the rule has an occurrence at this instant. */
export const isOccurrence = (schedule: ConferenceSchedule, at: Date): boolean =>
  beginningsBetween(schedule, { from: at, to: at }).length > 0;

/** When the last occurrence of the rule ends; undefined while there is no last one. */
export function overAt(schedule: ConferenceSchedule): Date | undefined {
  const { repeat, durationMinutes } = schedule;
  if (repeat !== null && repeat.count === null && repeat.until === null)
    return undefined;
  const last = allBeginnings(schedule).at(-1);
  return last && new Date(last.getTime() + durationMinutes * minuteMs);
}

function beginningsBetween(
  schedule: ConferenceSchedule,
  { from, to }: Span,
): readonly Date[] {
  const start = zonedAt(schedule.startsAtLocal, schedule.timeZone);
  if (start === undefined) return [];
  const first = instantOf(start);
  if (schedule.repeat === null)
    return first >= from && first <= to ? [first] : [];
  return ruleOf(start, schedule.repeat).between(from, to, true).map(instantOf);
}

function allBeginnings(schedule: ConferenceSchedule): readonly Date[] {
  const start = zonedAt(schedule.startsAtLocal, schedule.timeZone);
  if (start === undefined) return [];
  return schedule.repeat === null
    ? [instantOf(start)]
    : ruleOf(start, schedule.repeat).all().map(instantOf);
}

const frequencies = { day: "DAILY", week: "WEEKLY", month: "MONTHLY" } as const;

/** An hour the clocks skip on some day is no occurrence on that day (RFC 5545, 3.3.10). */
const ruleOf = (
  start: Temporal.ZonedDateTime,
  { every, interval, weekdays, count, until }: ConferenceRepeat,
) =>
  new RRuleTemporal({
    temporal: Temporal,
    freq: frequencies[every],
    interval,
    tzid: start.timeZoneId,
    dtstart: start,
    ...(every === "week" && { byDay: [...weekdays] }),
    ...(every === "month" && { byMonthDay: [start.day] }),
    ...(count !== null && { count }),
    ...(until !== null && {
      until: Temporal.PlainDate.from(until)
        .add({ days: 1 })
        .toZonedDateTime(start.timeZoneId)
        .subtract({ seconds: 1 }),
    }),
  });
