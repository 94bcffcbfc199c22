import type { ReportGrouping } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { rowsOf } from "../../../platform/db/statements.ts";
import type { GroupCounts } from "../domain/report-figures.ts";
import { thresholdColumn } from "./report-rollups.ts";
import { countsOf, sumColumns, sumsBy, sumsOfSums } from "./request-counts.ts";
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

export interface ReportGroup {
  readonly key: string | null;
  readonly name: string | null;
  /** Of one piece of the span after the other. */
  readonly counts: readonly GroupCounts[];
}

/** What rows have in common, of the moment of a request. An operator is whoever served last; nobody is there where none came. */
const keys: Readonly<Record<ReportGrouping, (moment: string) => string>> = {
  day: (moment) => `(${moment} AT TIME ZONE $4)::date`,
  weekday: (moment) => `extract(isodow FROM ${moment} AT TIME ZONE $4)::int`,
  hour: (moment) => `extract(hour FROM ${moment} AT TIME ZONE $4)::int`,
  queue: () => "queue_id",
  operator: () => "operator_id",
};

const names: Readonly<Partial<Record<ReportGrouping, string>>> = {
  queue: "(SELECT q.name FROM queues q WHERE q.id = counts.key)",
  operator: "(SELECT o.name FROM operators o WHERE o.user_id = counts.key)",
};

/** The days of the span by the clocks of UTC, those in which it begins and ends included. */
const allDays = `
  SELECT day::date, day AT TIME ZONE 'UTC' AS "from", (day + interval '1 day') AT TIME ZONE 'UTC' AS until
  FROM generate_series(date_trunc('day', $1::timestamptz AT TIME ZONE 'UTC'),
    $2::timestamptz AT TIME ZONE 'UTC', interval '1 day') day`;

/** Those of them that the span holds whole, and whose sums are what they would be if they were made now. */
const keptDays = `
  SELECT d.day FROM all_days d JOIN folded_days USING (day)
  WHERE d."from" >= $1::timestamptz AND d.until <= $2::timestamptz
    AND NOT EXISTS (SELECT FROM changed_days c WHERE c.day = d.day)`;

/**
 * Requests of all other days, day by day: each has its part of the index. The zone is named in every statement: a parameter that
 * nothing uses has no type.
 */
const askedFor = `
  SELECT r.* FROM all_days d CROSS JOIN LATERAL (
    SELECT * FROM requests WHERE created_at >= greatest(d."from", $1::timestamptz)
      AND created_at < least(d.until, $2::timestamptz) OFFSET 0) r
  WHERE d.day NOT IN (SELECT day FROM kept_days) AND $4::text IS NOT NULL`;

/** One statement: what was added up and what is counted now are of one instant. */
function statementBy({ by, ratings, withinSeconds }: Asked): string {
  const kept = thresholdColumn(withinSeconds);
  const table =
    by === "operator" ? "request_operator_days" : "request_quarters";
  const columns = sumColumns.join(", ");
  const fresh = sumsBy([`${keys[by]("created_at")} AS key`], {
    ...{ requests: "asked_for", ratings },
    thresholds: { in_time: "$3" },
  });
  return `
  WITH all_days AS MATERIALIZED (${allDays}),
  kept_days AS MATERIALIZED (${keptDays} AND ${String(kept !== undefined)}),
  asked_for AS (${askedFor}),
  parts AS (
    SELECT key, ${columns}, in_time FROM (${fresh}) fresh
    UNION ALL
    SELECT ${keys[by]("quarter")}, ${columns}, ${kept ?? "0"} FROM ${table} JOIN kept_days USING (day)),
  sums AS (${sumsOfSums("parts", { group: "key", inTime: "in_time" })}),
  counts AS (${countsOf("sums", "key")}),
  named AS (SELECT counts.*, ${names[by] ?? "NULL"} AS name FROM counts)
  SELECT coalesce(json_agg(named), '[]') AS rows FROM named`;
}

type Row = GroupCounts & {
  readonly key: string | number | null;
  readonly name: string | null;
};

async function readPiece(
  db: Db<ContactCentreTables>,
  asked: Asked,
): Promise<readonly Row[]> {
  const { since, until, timeZone, withinSeconds } = asked;
  const [found] = await rowsOf<{ readonly rows: readonly Row[] }>(
    db,
    statementBy(asked),
    [since.toISOString(), until.toISOString(), withinSeconds, timeZone],
  );
  if (found === undefined) throw new Error("one row was asked for");
  return found.rows;
}

/** A statement has its time: so much of a large contact centre is read within it, beside its work. */
const pieceMs = 92 * 24 * 3_600_000;

/** Counts of what was asked for in a span, by what is wished, in order. */
export async function readReport(
  db: Db<ContactCentreTables>,
  asked: Asked,
): Promise<readonly ReportGroup[]> {
  const groups = new Map<string | null, ReportGroup>();
  let { since } = asked;
  while (since < asked.until) {
    const end = Math.min(since.getTime() + pieceMs, asked.until.getTime());
    const until = new Date(end);
    for (const { key: found, name, ...counts } of await readPiece(db, {
      ...asked,
      ...{ since, until },
    })) {
      const key = found === null ? null : String(found);
      const before = groups.get(key)?.counts ?? [];
      groups.set(key, { key, name, counts: [...before, counts] });
    }
    since = until;
  }
  return [...groups.values()].sort(inOrder);
}

const { compare } = new Intl.Collator(["ru", "en"], { numeric: true });

/** By name where there are names; nobody comes last. */
function inOrder(one: ReportGroup, other: ReportGroup): number {
  if (one.key === null) return 1;
  if (other.key === null) return -1;
  return (
    compare(one.name ?? "", other.name ?? "") || compare(one.key, other.key)
  );
}
