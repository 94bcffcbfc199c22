import type { ReportGrouping } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { rowsOf } from "../../../platform/db/statements.ts";
import type { GroupCounts } from "../domain/report-figures.ts";
import { countsBy } from "./request-counts.ts";
import type { ContactCentreTables } from "./tables.ts";

interface Asked {
  readonly since: Date;
  readonly until: Date;
  readonly timeZone: string;
  readonly by: ReportGrouping;
  readonly withinSeconds: number;
  /** A table of what customers said by session. */
  readonly ratings: string;
}

interface ReportCounts extends GroupCounts {
  readonly key: string | null;
  readonly name: string | null;
}

const local = `created_at AT TIME ZONE $4`;

/** What rows have in common, and their order. An operator is whoever served last; nobody is there where none came. */
const groups: Readonly<
  Record<ReportGrouping, { readonly key: string; readonly order: string }>
> = {
  day: { key: `(${local})::date`, order: "key" },
  weekday: { key: `extract(isodow FROM ${local})::int`, order: "key" },
  hour: { key: `extract(hour FROM ${local})::int`, order: "key" },
  queue: { key: "queue_id", order: "name" },
  operator: { key: "operator_id", order: "name" },
};

const names: Readonly<Partial<Record<ReportGrouping, string>>> = {
  queue: "(SELECT q.name FROM queues q WHERE q.id = counts.key)",
  operator: "(SELECT o.name FROM operators o WHERE o.user_id = counts.key)",
};

/** The zone is named in every statement: a parameter that nothing uses has no type. */
const between = `created_at >= $1::timestamptz AND created_at < $2::timestamptz AND $4::text IS NOT NULL`;

/** In two halves, as on the live board: each has its index. */
const statementBy = (by: ReportGrouping, ratings: string): string => `
  WITH asked_for AS (
    SELECT * FROM requests WHERE state = 'ended' AND ${between}
    UNION ALL
    SELECT * FROM requests WHERE state <> 'ended' AND ${between}),
  counts AS (${countsBy(`${groups[by].key} AS key`, {
    requests: "asked_for",
    withinSeconds: "$3",
    ratings,
  })}),
  named AS (SELECT counts.*, ${names[by] ?? "NULL"} AS name FROM counts)
  SELECT coalesce(json_agg(named ORDER BY ${groups[by].order}, key), '[]') AS rows FROM named`;

interface Row {
  readonly rows: readonly (Omit<ReportCounts, "key"> & {
    readonly key: string | number | null;
  })[];
}

/** Counts of what was asked for in a span, by what is wished. */
export async function readReport(
  db: Db<ContactCentreTables>,
  { since, until, timeZone, by, withinSeconds, ratings }: Asked,
): Promise<readonly ReportCounts[]> {
  const [row] = await rowsOf<Row>(db, statementBy(by, ratings), [
    since.toISOString(),
    until.toISOString(),
    withinSeconds,
    timeZone,
  ]);
  if (row === undefined) throw new Error("one row was asked for");
  return row.rows.map((one) => ({
    ...one,
    key: one.key === null ? null : String(one.key),
  }));
}
