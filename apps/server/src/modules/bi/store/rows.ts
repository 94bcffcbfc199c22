import { csvLine, csvMark, type BiTable } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { rowsOf } from "../../../platform/db/statements.ts";

/** The views are no tables of anybody's: they are asked by their own names. */
export type BiSchema = Readonly<Record<string, never>>;

interface Span {
  readonly since: Date;
  /** No longer part of it. */
  readonly until: Date;
}

export interface Wanted {
  readonly schema: string;
  readonly table: BiTable;
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
  /** The days from `from` to `to`, one by one. */
  readonly days: readonly Span[];
}

/** Rows of days are few and counted at once; others are read day by day, by the index of when requests came in. */
async function* pagesOf(
  db: Db<BiSchema>,
  wanted: Wanted,
): AsyncIterable<readonly (readonly string[])[]> {
  const { schema, table, timeZone, from, to, days } = wanted;
  const columns = table.columns.map(({ name }) => `${name}::text`).join(", ");
  const rows = `SELECT to_json(ARRAY[${columns}]) AS cells FROM ${schema}.${table.name}`;
  if (table.columns.some(({ name }) => name === "day")) {
    yield read(db, timeZone, {
      statement: `${rows} WHERE day BETWEEN $1::date AND $2::date ORDER BY day, queue`,
      values: [from, to],
    });
    return;
  }
  for (const { since, until } of days)
    yield read(db, timeZone, {
      statement: `${rows} WHERE requested_at >= $1::timestamptz AND requested_at < $2::timestamptz ORDER BY requested_at, request_id`,
      values: [since.toISOString(), until.toISOString()],
    });
}

interface Asked {
  readonly statement: string;
  readonly values: readonly string[];
}

/** One short transaction, in which the clocks are those that were asked for: nobody who reads slowly holds a connection. */
const read = (db: Db<BiSchema>, timeZone: string, asked: Asked) =>
  db
    .transaction()
    .setAccessMode("read only")
    .execute(async (tx) => {
      await rowsOf(tx, "SELECT set_config('TimeZone', $1, true)", [timeZone]);
      const found = await rowsOf<{ readonly cells: readonly string[] }>(
        tx,
        asked.statement,
        asked.values,
      );
      return found.map(({ cells }) => cells);
    });

/** The view as text, page by page, its columns named in the first line. */
export async function* readCsv(
  db: Db<BiSchema>,
  wanted: Wanted,
): AsyncIterable<string> {
  yield `${csvMark}${csvLine(wanted.table.columns.map(({ name }) => name))}`;
  for await (const page of pagesOf(db, wanted)) {
    if (page.length > 0) yield page.map(csvLine).join("");
  }
}
