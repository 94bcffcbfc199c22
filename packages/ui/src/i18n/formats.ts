import type { Language } from "@veche/contracts";

/** Numbers, instants (ISO 8601 or ms) and durations as the language writes them. */
export interface Formats {
  readonly number: (value: number) => string;
  /** "14:05" */
  readonly time: (at: string | number) => string;
  /** "21 November 2025" */
  readonly date: (at: string | number) => string;
  /** "21 Nov, 14:05" */
  readonly dateTime: (at: string | number) => string;
  /** A running clock: "4:05", "1:02:09". Negative counts as zero. */
  readonly clock: (durationMs: number) => string;
  /** In words, the two largest units: "2 min 5 s", "1 h 4 min". */
  readonly duration: (durationMs: number) => string;
}

const locales = { ru: "ru-RU", en: "en-GB" } as const satisfies Record<
  Language,
  string
>;

const partsOf = (durationMs: number) => {
  const seconds = Math.max(0, Math.floor(durationMs / 1000));
  return {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
};

function clock(durationMs: number): string {
  const { hours, minutes, seconds } = partsOf(durationMs);
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0
    ? `${String(hours)}:${two(minutes)}:${two(seconds)}`
    : `${String(minutes)}:${two(seconds)}`;
}

export function createFormats(language: Language, timeZone?: string): Formats {
  const locale = locales[language];
  const zone = timeZone === undefined ? {} : { timeZone };
  const instant = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, ...zone });
    return (at: string | number) => format.format(new Date(at));
  };
  const unit = (name: "hour" | "minute" | "second") => {
    const format = new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "short",
    });
    return (value: number) => format.format(value);
  };
  const [hour, minute, second] = [unit("hour"), unit("minute"), unit("second")];
  const plain = new Intl.NumberFormat(locale);

  return {
    number: (value) => plain.format(value),
    time: instant({ hour: "2-digit", minute: "2-digit" }),
    date: instant({ day: "numeric", month: "long", year: "numeric" }),
    dateTime: instant({
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
    }),
    clock,
    duration: (durationMs) => {
      const { hours, minutes, seconds } = partsOf(durationMs);
      if (hours > 0)
        return minutes > 0 ? `${hour(hours)} ${minute(minutes)}` : hour(hours);
      if (minutes > 0)
        return seconds > 0
          ? `${minute(minutes)} ${second(seconds)}`
          : minute(minutes);
      return second(seconds);
    },
  };
}
