export type CsvCell = string | number | null;

/** A program of tables would take them for the beginning of a formula. */
const formula = /^[=+\-@\t\r]/;

function written(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const harmless = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}

/** Stands before the first line: by it Excel knows that it is UTF-8. */
export const csvMark = "\uFEFF";

/** One line of a table as text, RFC 4180. No cell becomes a formula. */
export const csvLine = (cells: readonly CsvCell[]): string =>
  `${cells.map(written).join(",")}\r\n`;
