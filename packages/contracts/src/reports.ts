import { Type, type Static } from "typebox";
import { DayFigures } from "./live-board.ts";
import { TimeZone } from "./people.ts";
import { closed, Day, DisplayName, nullable, oneOf } from "./shapes.ts";

/** What the rows of a report stand for. */
export const reportGroupings = [
  "day",
  "weekday",
  "hour",
  "queue",
  "operator",
] as const;
export type ReportGrouping = (typeof reportGroupings)[number];

/** The longest range of one report: a leap year. */
export const MAX_REPORT_DAYS = 366;

/** From 1 to 5; null when nobody said anything. */
const MeanScore = nullable(Type.Number({ minimum: 1, maximum: 5 }));

/** The live board's figures over more than a day, by the same formulas. */
export const ReportFigures = closed({
  ...DayFigures.properties,
  /** Until an operator came or the customer left; null when that befell nobody yet. */
  longestWaitMs: nullable(Type.Number({ minimum: 0 })),
  /** Sessions that customers rated, whatever they spoke of (B32). */
  rated: Type.Integer({ minimum: 0 }),
  /** CSAT: those of 4 and 5 among the ratings of people; null when nobody spoke of them. */
  satisfiedShare: nullable(Type.Number({ minimum: 0, maximum: 1 })),
  meanPeople: MeanScore,
  meanTechnology: MeanScore,
});
export type ReportFigures = Static<typeof ReportFigures>;

export const ReportRow = closed({
  /** A day (`2026-03-02`), an hour of the day (`9`), a day of the week (`1` is Monday), an id; null: no operator came. */
  key: nullable(Type.String({ maxLength: 40 })),
  /** Of a queue or an operator. */
  name: nullable(DisplayName),
  figures: ReportFigures,
});
export type ReportRow = Static<typeof ReportRow>;

/** What customers asked for between two days and what became of it. */
export const Report = closed({
  from: Day,
  to: Day,
  timeZone: TimeZone,
  by: oneOf(reportGroupings),
  withinSeconds: Type.Integer({ minimum: 1, maximum: 3600 }),
  total: ReportFigures,
  /** Only those in which somebody asked, in their order. */
  rows: Type.Array(ReportRow),
});
export type Report = Static<typeof Report>;
