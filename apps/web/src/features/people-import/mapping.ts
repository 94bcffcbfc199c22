import type { ImportColumn, ListColumn } from "@veche/contracts";

/** What each column of the file is taken for, in their order; null: left out. */
export type Mapping = readonly (ImportColumn | null)[];

/** The contract's columns; its list itself would bring schemas along, a test holds the two together. */
export const knownColumns = [
  "login",
  "name",
  "email",
  "phone",
  "position",
  "company",
  "department",
  "manager",
  "timeZone",
  "tags",
  "language",
] as const satisfies readonly ImportColumn[];

export const guessed = (columns: readonly ListColumn[]): Mapping =>
  columns.map(({ column }) => column);

/** One column holds a thing: whoever held it before is left out. */
export const taken = (
  mapping: Mapping,
  at: number,
  column: ImportColumn | null,
): Mapping =>
  mapping.map((present, place) => {
    if (place === at) return column;
    return present === column ? null : present;
  });

/** As the server wants it told. */
export const toldAs = (mapping: Mapping): string =>
  mapping.map((column) => column ?? "").join(",");

/** People are known by their logins. */
export const isUsable = (mapping: Mapping): boolean =>
  mapping.includes("login");
