import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { rowsOf } from "../../../platform/db/statements.ts";
import { sumColumns, sumsBy } from "./request-counts.ts";
import type { ContactCentreTables } from "./tables.ts";

/** The thresholds that are offered; with another a report counts every request. */
const thresholds = [10, 20, 30, 60, 120] as const;

const columnOf = (seconds: number): string => `within_${String(seconds)}`;

/** Where it is kept how many waited no longer; undefined: it is not. */
export const thresholdColumn = (withinSeconds: number): string | undefined =>
  thresholds.some((one) => one === withinSeconds)
    ? columnOf(withinSeconds)
    : undefined;

/** The zones of the world are whole quarters of an hour apart from each other. */
const quarter = "date_bin('15 minutes', created_at, timestamptz '2000-01-01Z')";

interface Rollup {
  readonly table: string;
  /** The columns by which it is grouped, the day aside, with what they are made of. */
  readonly groups: Readonly<Record<string, string>>;
}

const rollups: readonly Rollup[] = [
  { table: "request_quarters", groups: { quarter, queue_id: "queue_id" } },
  { table: "request_operator_days", groups: { operator_id: "operator_id" } },
];

/** Adds up the requests of the day $1, by the clocks of UTC. */
function fillingOf({ table, groups }: Rollup, ratings: string): string {
  const counted = sumsBy(
    Object.entries(groups).map(([name, made]) => `${made} AS ${name}`),
    {
      requests: `(SELECT * FROM requests WHERE created_at >= $1::date::timestamp AT TIME ZONE 'UTC'
        AND created_at < ($1::date + 1)::timestamp AT TIME ZONE 'UTC')`,
      ratings,
      thresholds: Object.fromEntries(
        thresholds.map((one) => [columnOf(one), String(one)]),
      ),
    },
  );
  const columns = [
    ...Object.keys(groups),
    ...sumColumns,
    ...thresholds.map(columnOf),
  ].join(", ");
  return `INSERT INTO ${table} (day, ${columns}) SELECT $1::date, ${columns} FROM (${counted}) counted`;
}

/** One at a time in the whole installation; false: another node is at it. Freed by the commit. */
export async function holdFolding(
  tx: Tx<ContactCentreTables>,
): Promise<boolean> {
  const [row] = await rowsOf<{ readonly held: boolean }>(
    tx,
    "SELECT pg_try_advisory_xact_lock(7070, 2) AS held",
    [],
  );
  return row?.held === true;
}

/**
 * Adds up one day anew. Its marks go first, so that none is taken away whose change was not seen; what changes later marks it
 * again.
 */
export async function foldDay(
  tx: Tx<ContactCentreTables>,
  day: string,
  ratings: string,
): Promise<void> {
  await sql`DELETE FROM changed_days WHERE day = ${day}::date`.execute(tx);
  for (const rollup of rollups) {
    await rowsOf(tx, `DELETE FROM ${rollup.table} WHERE day = $1::date`, [day]);
    await rowsOf(tx, fillingOf(rollup, ratings), [day]);
  }
  await sql`INSERT INTO folded_days VALUES (${day}::date) ON CONFLICT DO NOTHING`.execute(
    tx,
  );
}

/** The oldest days, `most` of them, that came to an end before `until` and are not added up as they are now. */
export async function daysToFold(
  db: Db<ContactCentreTables>,
  { until, most }: { readonly until: Date; readonly most: number },
): Promise<readonly string[]> {
  const rows = await rowsOf<{ readonly day: string }>(
    db,
    `SELECT day::text FROM (
      SELECT generate_series((SELECT min(created_at) AT TIME ZONE 'UTC' FROM requests)::date, $1::date - 1, interval '1 day')::date AS day
      EXCEPT SELECT day FROM folded_days
      UNION SELECT day FROM changed_days WHERE day < $1::date) days
    ORDER BY day LIMIT $2`,
    [until.toISOString().slice(0, 10), most],
  );
  return rows.map(({ day }) => day);
}
