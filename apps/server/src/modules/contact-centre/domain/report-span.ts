import type { Temporal } from "temporal-polyfill";
import { isTimeZone, MAX_REPORT_DAYS } from "@veche/contracts";
import { dayOf } from "./calendar-day.ts";

interface Days {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

interface Span {
  readonly since: Date;
  /** No longer part of it. */
  readonly until: Date;
}

interface Issue {
  readonly path: string;
  readonly message: string;
}

/** From the first moment of one day to the last of another, by the clocks of a time zone; or what is wrong with them. */
export function spanOf({ from, to, timeZone }: Days): Span | readonly Issue[] {
  if (!isTimeZone(timeZone))
    return [{ path: "/timeZone", message: "is not a known time zone" }];
  const first = dayOf(from);
  if (first === undefined) return [{ path: "/from", message: "is no day" }];
  const last = dayOf(to);
  if (last === undefined) return [{ path: "/to", message: "is no day" }];
  const days = first.until(last, { largestUnit: "day" }).days + 1;
  if (days < 1) return [{ path: "/to", message: "must not be before from" }];
  if (days > MAX_REPORT_DAYS)
    return [{ path: "/to", message: `is over ${MAX_REPORT_DAYS} days away` }];
  const startOf = (day: Temporal.PlainDate): Date =>
    new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  return { since: startOf(first), until: startOf(last.add({ days: 1 })) };
}

/** The days of such a span one by one, each with its own length. */
export function daySpansOf(
  days: Days,
): { readonly spans: readonly Span[] } | { readonly issues: readonly Issue[] } {
  const whole = spanOf(days);
  if (!("since" in whole)) return { issues: whole };
  const spans: Span[] = [];
  let since = whole.since;
  for (
    let day = dayOf(days.from);
    day !== undefined && since < whole.until;
    day = day.add({ days: 1 })
  ) {
    const next = day.add({ days: 1 }).toZonedDateTime(days.timeZone);
    const until = new Date(next.epochMilliseconds);
    spans.push({ since, until });
    since = until;
  }
  return { spans };
}
