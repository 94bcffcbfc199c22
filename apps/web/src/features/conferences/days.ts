export const calendarViews = ["day", "week", "month"] as const;
export type CalendarView = (typeof calendarViews)[number];

const two = (value: number): string => String(value).padStart(2, "0");

/** Names a local day: `2026-11-21`. */
export const dayKey = (date: Date): string =>
  `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** What the clock here shows: `2026-11-21T10:00`. */
export const wallHere = (date: Date): string =>
  `${dayKey(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;

/** The beginning of a local day so many days on; days over a change of the clocks are days too. */
export const dayAfter = (date: Date, days: number): Date =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);

const weekOf = (date: Date): Date => dayAfter(date, -((date.getDay() + 6) % 7));

/** The local days a view shows, whole weeks from Monday but for a single day. */
export function daysOf(view: CalendarView, at: Date): readonly Date[] {
  const count = { day: 1, week: 7, month: 42 }[view];
  const first = {
    day: () => dayAfter(at, 0),
    week: () => weekOf(at),
    month: () => weekOf(new Date(at.getFullYear(), at.getMonth(), 1)),
  }[view]();
  return Array.from({ length: count }, (_, day) => dayAfter(first, day));
}

/** A day in the view before (-1) or after (1). */
export function stepped(view: CalendarView, at: Date, by: -1 | 1): Date {
  if (view === "month")
    return new Date(at.getFullYear(), at.getMonth() + by, 1);
  return dayAfter(at, view === "week" ? 7 * by : by);
}

export interface Timed {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What takes place at least in part on a local day. */
export function onDay<One extends Timed>(
  all: readonly One[],
  day: Date,
): readonly One[] {
  const from = day.getTime();
  const to = dayAfter(day, 1).getTime();
  return all.filter(
    ({ startsAt, endsAt }) =>
      Date.parse(startsAt) < to && Date.parse(endsAt) > from,
  );
}

/** Minutes from midnight on the wall where something begins and ends within a local day. */
export function minutesWithin(
  { startsAt, endsAt }: Timed,
  day: Date,
): { readonly from: number; readonly to: number } {
  const minutes = (at: Date) => at.getHours() * 60 + at.getMinutes();
  const start = new Date(startsAt);
  const end = new Date(endsAt);
  const isFromBefore = start < day;
  const isOverMidnight = end >= dayAfter(day, 1);
  return {
    from: isFromBefore ? 0 : minutes(start),
    to: isOverMidnight ? 1440 : minutes(end),
  };
}
