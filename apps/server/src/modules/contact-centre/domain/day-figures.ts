import type { DayFigures, LiveHour } from "@veche/contracts";

/** What is counted of requests that have something in common: the hour they came in, the queue. */
export interface RequestCounts {
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly answeredInTime: number;
  readonly handled: number;
  /** Of the answered, from asking to acceptance. */
  readonly waitedMs: number;
  /** Of the handled: from acceptance to the end, and the wrap-ups after it. */
  readonly servedMs: number;
  readonly wrapUpMs: number;
}

export interface HourCounts extends RequestCounts {
  /** Hours since the day began. */
  readonly hour: number;
}

const hourMs = 3_600_000;

/** A part of nothing is no number. */
export const ratio = (part: number, whole: number): number | null =>
  whole === 0 ? null : part / whole;

/** The figures of them all together, by the formulas that the live board shows. */
export function figuresOf(counts: readonly RequestCounts[]): DayFigures {
  const sum = (field: keyof RequestCounts): number =>
    counts.reduce((total, one) => total + one[field], 0);
  const [offered, answered, abandoned, answeredInTime, handled] = [
    sum("offered"),
    sum("answered"),
    sum("abandoned"),
    sum("answeredInTime"),
    sum("handled"),
  ];
  return {
    ...{ offered, answered, abandoned, answeredInTime, handled },
    stillWaiting: offered - answered - abandoned,
    abandonedShare: ratio(abandoned, offered),
    serviceLevel: ratio(answeredInTime, answered),
    meanWaitMs: ratio(sum("waitedMs"), answered),
    meanHandleMs: ratio(sum("servedMs") + sum("wrapUpMs"), handled),
    meanWrapUpMs: ratio(sum("wrapUpMs"), handled),
  };
}

interface Span {
  readonly since: Date;
  readonly now: Date;
}

/** Every hour from the beginning of the day to the present one, also those in which nobody asked. */
export function hoursOf(
  counts: readonly HourCounts[],
  { since, now }: Span,
): LiveHour[] {
  const known = new Map(counts.map((one) => [one.hour, one]));
  const last = Math.floor((now.getTime() - since.getTime()) / hourMs);
  return Array.from({ length: last + 1 }, (_, hour) => {
    const { offered = 0, answered = 0, abandoned = 0 } = known.get(hour) ?? {};
    return {
      startsAt: new Date(since.getTime() + hour * hourMs).toISOString(),
      ...{ offered, answered, abandoned },
    };
  });
}
