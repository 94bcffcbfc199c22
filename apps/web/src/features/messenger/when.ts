import type { Language } from "@veche/contracts";

const locales = { ru: "ru-RU", en: "en-GB" } as const;
const dayMs = 86_400_000;

const made = new Map<string, Intl.DateTimeFormat>();
const formatOf = (
  language: Language,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat => {
  const key = `${language} ${Object.keys(options).join(" ")} ${String(options.weekday)}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locales[language], options);
  made.set(key, format);
  return format;
};

const dayStart = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0);

/** Whole days between the local days of two instants; 0 on the same day. */
const daysBetween = (fromMs: number, toMs: number): number =>
  Math.round((dayStart(toMs) - dayStart(fromMs)) / dayMs);

/** Names a local day: `2025-11-21`. */
export const dayKey = (at: string | number): string => {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** For a list: the time today, the weekday within a week, the date before. */
export function shortWhen(
  language: Language,
  at: string | number,
  nowMs: number,
): string {
  const ms = new Date(at).getTime();
  const days = daysBetween(ms, nowMs);
  if (days <= 0)
    return formatOf(language, { hour: "2-digit", minute: "2-digit" }).format(
      ms,
    );
  if (days < 7) return formatOf(language, { weekday: "short" }).format(ms);
  const isThisYear =
    new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
  return formatOf(
    language,
    isThisYear
      ? { day: "numeric", month: "short" }
      : { day: "2-digit", month: "2-digit", year: "2-digit" },
  ).format(ms);
}

/** For the line above a day: "Friday, 21 November", with the year when it is not this one. */
export function dayWords(
  language: Language,
  at: string | number,
  nowMs: number,
): string {
  const ms = new Date(at).getTime();
  const isThisYear =
    new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
  return formatOf(
    language,
    isThisYear
      ? { day: "numeric", month: "long", weekday: "long" }
      : { day: "numeric", month: "long", year: "numeric" },
  ).format(ms);
}
