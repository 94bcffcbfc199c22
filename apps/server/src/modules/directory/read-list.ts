import { parse } from "csv-parse/sync";
import type { ImportColumn } from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import { oneLine } from "../../platform/one-line.ts";
import { columnOf } from "./domain/list-heading.ts";
import type { ListRow } from "./domain/plan-import.ts";

export interface List {
  readonly rows: readonly ListRow[];
  readonly ignoredColumns: readonly string[];
}

const MAX_ROWS = 5_000;
const separators = [",", ";", "\t"];

/** Reads a CSV file as spreadsheets write it. Refuses `people.list_unreadable`. */
export function readList(bytes: Buffer): List {
  const text = decode(bytes);
  const [headings, ...records] = parseRecords(text);
  if (headings === undefined || records.length > MAX_ROWS) throw unreadable();
  const columns = headings.record.map(columnOf);
  const named = columns.filter((column) => column !== undefined);
  if (!named.includes("login") || new Set(named).size < named.length)
    throw unreadable();
  return {
    ignoredColumns: headings.record.filter(
      (_, at) => columns[at] === undefined,
    ),
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
