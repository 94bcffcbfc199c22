import { parse } from "csv-parse/sync";
import {
  importColumns,
  type ImportColumn,
  type ListColumn,
} from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import { oneLine } from "../../platform/one-line.ts";
import { columnOf } from "./domain/list-heading.ts";
import type { ListRow } from "./domain/plan-import.ts";

export interface List {
  readonly rows: readonly ListRow[];
  readonly ignoredColumns: readonly string[];
}

/** What a column holds, by its place; undefined: nothing that matters here. */
type Columns = readonly (ImportColumn | undefined)[];

const MAX_ROWS = 5_000;
const SAMPLES = 3;
const separators = [",", ";", "\t"];

/**
 * Reads a CSV file as spreadsheets write it; `told` says what its columns hold, else the headings do. Refuses
 * `people.list_unreadable`, and `request.invalid` where what was told does not fit.
 */
export function readList(bytes: Buffer, told?: string): List {
  const { headings, records } = readRecords(bytes);
  const columns =
    told === undefined ? headings.map(columnOf) : columnsTold(told, headings);
  const named = columns.filter((column) => column !== undefined);
  if (!named.includes("login") || new Set(named).size < named.length)
    throw unreadable();
  return {
    ignoredColumns: headings.filter((_, at) => columns[at] === undefined),
    rows: records.map(({ record, line }) => ({
      line,
      cells: new Map(
        record.flatMap((cell, at): [ImportColumn, string][] => {
          const column = columns[at];
          const value = oneLine(cell);
          return column === undefined || value === "" ? [] : [[column, value]];
        }),
      ),
    })),
  };
}

/** What a file seems to hold, for somebody to say what is what. Refuses `people.list_unreadable`. */
export function readColumns(bytes: Buffer): {
  readonly columns: ListColumn[];
  readonly rowCount: number;
} {
  const { headings, records } = readRecords(bytes);
  const meanings = headings.map(columnOf);
  const columns = headings.map((heading, at): ListColumn => {
    const column = meanings[at];
    const isFirst = meanings.indexOf(column) === at;
    const values = records
      .map(({ record }) => oneLine(record[at] ?? "").slice(0, 80))
      .filter(Boolean);
    return {
      heading,
      column: column !== undefined && isFirst ? column : null,
      samples: [...new Set(values)].slice(0, SAMPLES),
    };
  });
  return { columns, rowCount: records.length };
}

function readRecords(bytes: Buffer): {
  readonly headings: readonly string[];
  readonly records: readonly ParsedRecord[];
} {
  const [first, ...records] = parseRecords(decode(bytes));
  if (first === undefined || records.length > MAX_ROWS) throw unreadable();
  return { headings: first.record, records };
}

const isColumn = (word: string): word is ImportColumn =>
  importColumns.some((column) => column === word);

function columnsTold(told: string, headings: readonly string[]): Columns {
  const words = told.split(",");
  const columns = words.map((word) => (isColumn(word) ? word : undefined));
  const isStrange = words.some((word) => word !== "" && !isColumn(word));
  const named = columns.filter((column) => column !== undefined);
  const isAmiss =
    isStrange ||
    words.length !== headings.length ||
    new Set(named).size < named.length ||
    !named.includes("login");
  if (isAmiss)
    throw new AppError("request.invalid", {
      issues: [{ path: "/columns", message: "does not fit the list" }],
    });
  return columns;
}

const unreadable = (cause?: unknown): AppError =>
  new AppError("people.list_unreadable", { cause });

/** UTF-8, or what Russian spreadsheets write when nobody asks them for it. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Any bytes are letters in this encoding; a wrong guess shows in the report of the trial.
    return new TextDecoder("windows-1251").decode(bytes);
  }
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly line: number;
}

function parseRecords(text: string): readonly ParsedRecord[] {
  const [firstLine = ""] = text.split("\n", 1);
  const [delimiter = ","] = separators.toSorted(
    (one, other) => firstLine.split(other).length - firstLine.split(one).length,
  );
  try {
    const parsed = parse(text, {
      delimiter,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
    });
    // With `info` the library gives each record with its last line.
    return (
      parsed as unknown as readonly {
        record: string[];
        info: { lines: number };
      }[]
    ).map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    throw unreadable(error);
  }
}
