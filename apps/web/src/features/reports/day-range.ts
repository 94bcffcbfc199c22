/** Days as the calendar writes them: `2026-03-02`. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export const ranges = [
  "today",
  "yesterday",
  "week",
  "month",
  "thisMonth",
  "lastMonth",
] as const;
export type RangeName = (typeof ranges)[number];

const dayMs = 86_400_000;
const written = (date: Date): string => date.toISOString().slice(0, 10);
const plus = (day: string, days: number): string =>
  written(new Date(Date.parse(day) + days * dayMs));
const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;

/** The days that a name means on `today`; a week and a month are the last 7 and 30 days, today included. */
export function daysOf(name: RangeName, today: string): DayRange {
  switch (name) {
    case "today":
      return { from: today, to: today };
    case "yesterday":
      return { from: plus(today, -1), to: plus(today, -1) };
    case "week":
      return { from: plus(today, -6), to: today };
    case "month":
      return { from: plus(today, -29), to: today };
    case "thisMonth":
      return { from: firstOfMonth(today), to: today };
    case "lastMonth": {
      const to = plus(firstOfMonth(today), -1);
      return { from: firstOfMonth(to), to };
    }
  }
}

/** The day it is now by the clocks of a zone. */
export function dayIn(timeZone: string, at: number): string {
  // Swedes write a date as the calendar of computers does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(at);
}

const mostDays = 366;

/** Both ends are there, in their order, and no more than a leap year apart. */
export const isRange = ({ from, to }: DayRange): boolean =>
  from !== "" &&
  to !== "" &&
  from <= to &&
  Date.parse(to) - Date.parse(from) < mostDays * dayMs;
