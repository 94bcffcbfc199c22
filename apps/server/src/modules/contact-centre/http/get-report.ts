import { reportEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { reportFiguresOf } from "../domain/report-figures.ts";
import { spanOf } from "../domain/report-span.ts";
import type { Powers } from "../powers.ts";
import { readReport } from "../store/report.ts";

export const getReport = ({ database: { db }, ratings }: Powers): Route =>
  route(reportEndpoints.getReport, async ({ query }) => {
    const span = spanOf(query);
    if (!("since" in span))
      throw new AppError("request.invalid", { issues: span });
    const groups = await readReport(db, {
      ...query,
      ...span,
      ratings: ratings.bySession,
    });
    return {
      ...query,
      total: reportFiguresOf(groups.flatMap(({ counts }) => counts)),
      rows: groups.map(({ key, name, counts }) => ({
        ...{ key, name },
        figures: reportFiguresOf(counts),
      })),
    };
  });
