import { csvLine, csvMark, type CsvCell } from "@veche/contracts";

/** A table as the text of a file. */
export const toCsv = (rows: readonly (readonly CsvCell[])[]): string =>
  `${csvMark}${rows.map(csvLine).join("")}`;
