import type { ConferenceSchedule, Language } from "@veche/contracts";
import { instantOf, zonedAt } from "./zoned.ts";

const locales = { ru: "ru-RU", en: "en-GB" } as const;

/** "Monday, 23 November 2026 at 10:00 (Europe/Berlin)": when it first takes place, on its own clock. */
export function whenWords(
  { timeZone, startsAtLocal }: ConferenceSchedule,
  language: Language,
): string {
  const start = zonedAt(startsAtLocal, timeZone);
  return start === undefined
    ? ""
    : momentWords(instantOf(start), timeZone, language);
}

/** The same of any instant. */
export function momentWords(
  at: Date,
  timeZone: string,
  language: Language,
): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    ...{ timeZone, dateStyle: "full", timeStyle: "short" },
  });
  return `${format.format(at)} (${timeZone})`;
}
