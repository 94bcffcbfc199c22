import { weekdays, type Language, type Weekday } from "@veche/contracts";
import { weekdayWords } from "../../platform/people/weekday-words.ts";
import type { CalendarView } from "./days.ts";

const locales = { ru: "ru-RU", en: "en-GB" } as const;

const words = (
  language: Language,
  options: Intl.DateTimeFormatOptions,
  day: Date,
): string => new Intl.DateTimeFormat(locales[language], options).format(day);

/** "Mon 23" above a column. */
export const columnWords = (language: Language, day: Date): string =>
  words(language, { weekday: "short", day: "numeric" }, day);

/** "Monday 23 November" for whoever can't see the column. */
export const wholeDayWords = (language: Language, day: Date): string =>
  words(language, { weekday: "long", day: "numeric", month: "long" }, day);

/** What a view shows, for its heading. */
export function spanWords(
  language: Language,
  view: CalendarView,
  days: readonly Date[],
): string {
  const [first, last, middle] = [days[0], days.at(-1), days[10]];
  if (first === undefined || last === undefined) return "";
  if (view === "month" && middle !== undefined)
    return words(language, { month: "long", year: "numeric" }, middle);
  const format = new Intl.DateTimeFormat(locales[language], {
    ...{ day: "numeric", month: "long", year: "numeric" },
  });
  return view === "day"
    ? format.format(first)
    : format.formatRange(first, last);
}

export const weekdayName = (language: Language, day: Weekday): string =>
  weekdayWords(language, weekdays.indexOf(day) + 1);
