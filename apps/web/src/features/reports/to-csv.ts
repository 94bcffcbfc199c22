import { csvLine, csvMark, type CsvCell } from "@veche/contracts";

export const toCsv = (rows: readonly (readonly CsvCell[])[]): string =>
  `${csvMark}${rows.map(csvLine).join("")}`;
