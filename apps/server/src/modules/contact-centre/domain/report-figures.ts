import type { ReportFigures } from "@veche/contracts";
import { figuresOf, ratio, type RequestCounts } from "./day-figures.ts";

/** What is counted of the requests of one row of a report. */
export interface GroupCounts extends RequestCounts {
  readonly longestWaitMs: number | null;
  /** Sessions of which the customer said anything. */
  readonly rated: number;
  readonly peopleRated: number;
  /** Those of `peopleRated` that gave 4 or 5. */
  readonly satisfied: number;
  readonly peopleSum: number;
  readonly technologyRated: number;
  readonly technologySum: number;
}

/** The figures of several rows together: the live board's, and what was said (B32). */
export function reportFiguresOf(counts: readonly GroupCounts[]): ReportFigures {
  const waits = counts.flatMap(({ longestWaitMs }) => longestWaitMs ?? []);
  const sum = (field: Exclude<keyof GroupCounts, "longestWaitMs">): number =>
    counts.reduce((total, one) => total + one[field], 0);
  const peopleRated = sum("peopleRated");
  return {
    ...figuresOf(counts),
    longestWaitMs: waits.length === 0 ? null : Math.max(...waits),
    rated: sum("rated"),
    satisfiedShare: ratio(sum("satisfied"), peopleRated),
    meanPeople: ratio(sum("peopleSum"), peopleRated),
    meanTechnology: ratio(sum("technologySum"), sum("technologyRated")),
  };
}
