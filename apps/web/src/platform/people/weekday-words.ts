import type { Language } from "@veche/contracts";

const locales = { ru: "ru-RU", en: "en-GB" } as const;

/** A day of the week in short; 1 is Monday. */
export const weekdayWords = (language: Language, day: number): string =>
  // The fifth of January 2026 was a Monday.
  new Intl.DateTimeFormat(locales[language], { weekday: "short" }).format(
    new Date(2026, 0, 4 + day),
  );
