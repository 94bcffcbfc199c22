import { reportEndpoints, type ReportFigures } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { figuresOf } from "../domain/day-figures.ts";
import { spanOf } from "../domain/report-span.ts";
import type { Powers } from "../powers.ts";
import { readReport, type ReportCounts } from "../store/report.ts";

export const getReport = ({ database: { db } }: Powers): Route =>
  route(reportEndpoints.getReport, async ({ query }) => {
    const span = spanOf(query);
    if (!("since" in span))
      throw new AppError("request.invalid", { issues: span });
    const counts = await readReport(db, { ...query, ...span });
    return {
      ...query,
      total: figuresWithLongest(counts),
      rows: counts.map((one) => ({
        key: one.key,
        name: one.name,
        figures: figuresWithLongest([one]),
      })),
    };
  });

function figuresWithLongest(counts: readonly ReportCounts[]): ReportFigures {
  const waits = counts.flatMap(({ longestWaitMs }) => longestWaitMs ?? []);
  return {
    ...figuresOf(counts),
    longestWaitMs: waits.length === 0 ? null : Math.max(...waits),
  };
}
