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

export interface ReportGroup {
  readonly key: string | null;
  readonly name: string | null;
  /** Of one piece of the span after the other. */
  readonly counts: readonly GroupCounts[];
}

const local = `created_at AT TIME ZONE $4`;

/** What rows have in common. An operator is whoever served last; nobody is there where none came. */
const keys: Readonly<Record<ReportGrouping, string>> = {
  day: `(${local})::date`,
  weekday: `extract(isodow FROM ${local})::int`,
  hour: `extract(hour FROM ${local})::int`,
  queue: "queue_id",
  operator: "operator_id",
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
  counts AS (${countsBy(`${keys[by]} AS key`, {
    requests: "asked_for",
    withinSeconds: "$3",
    ratings,
  })}),
  named AS (SELECT counts.*, ${names[by] ?? "NULL"} AS name FROM counts)
  SELECT coalesce(json_agg(named), '[]') AS rows FROM named`;

type Row = GroupCounts & {
  readonly key: string | number | null;
  readonly name: string | null;
};

async function readPiece(
  db: Db<ContactCentreTables>,
  { since, until, timeZone, by, withinSeconds, ratings }: Asked,
): Promise<readonly Row[]> {
  const [found] = await rowsOf<{ readonly rows: readonly Row[] }>(
    db,
    statementBy(by, ratings),
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
