import { Type, type Static } from "typebox";
import { closed, nullable, oneOf } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

/** Columns a list of people may have, in any order; `login` must be there. Russian headings are known too. */
export const importColumns = [
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
] as const;
export type ImportColumn = (typeof importColumns)[number];

/**
 * What is wrong with a row: `missing` a new person without a name · `invalid` it doesn't look like what the column holds ·
 * `unknown` nobody is called so · `repeated` the login stood in a row above.
 */
export const importProblems = [
  "missing",
  "invalid",
  "unknown",
  "repeated",
] as const;

export const ImportReport = closed({
  /** False for a trial, and where anything is wrong: then nothing was changed. */
  isApplied: Type.Boolean(),
  rowCount: Type.Integer({ minimum: 0 }),
  created: Type.Integer({ minimum: 0 }),
  changed: Type.Integer({ minimum: 0 }),
  unchanged: Type.Integer({ minimum: 0 }),
  /** Departments that don't exist yet, from the top down: `Sales / North`. */
  newDepartments: Type.Array(Type.String()),
  newTags: Type.Array(Type.String()),
  /** Columns of the file that mean nothing here. */
  ignoredColumns: Type.Array(Type.String()),
  /** The first hundred. */
  problems: Type.Array(
    closed({
      /** As an editor counts them; the headings are line 1. */
      line: Type.Integer({ minimum: 1 }),
      column: nullable(oneOf(importColumns)),
      problem: oneOf(importProblems),
      value: Type.String(),
    }),
  ),
  problemCount: Type.Integer({ minimum: 0 }),
});
export type ImportReport = Static<typeof ImportReport>;

/** A column of a file, as it is read without being told what it holds. */
export const ListColumn = closed({
  heading: Type.String(),
  /** What its heading means; null where it means nothing, or what another column means already. */
  column: nullable(oneOf(importColumns)),
  /** The first few values that are not empty. */
  samples: Type.Array(Type.String()),
});
export type ListColumn = Static<typeof ListColumn>;

const upload = { contentTypes: ["text/csv"], maxBytes: 5_242_880 } as const;
const errors = [
  "people.list_unreadable",
  "request.unsupported_media_type",
  "request.too_large",
] as const;

export const peopleImportEndpoints = {
  /** The same file as for the import: what its columns seem to be, for somebody to put right. */
  readPeopleList: endpoint({
    method: "POST",
    path: "/api/v1/people/import/columns",
    tag: "People",
    summary: "What columns a list of people has",
    access: { kind: "user", anyOf: ["admin"] },
    upload,
    status: 200,
    response: closed({
      columns: Type.Array(ListColumn),
      rowCount: Type.Integer({ minimum: 0 }),
    }),
    errors,
  }),
  /**
   * The body is the file: CSV with commas, semicolons or tabs, UTF-8, headings in the first line. People are known by
   * login; who is new may sign in after an administrator gave them a password. An empty cell leaves what stands, a
   * single hyphen clears it. Departments are paths (`Sales / North`), managers logins or e-mails, tags words with
   * commas between. All rows are taken or none.
   */
  importPeople: endpoint({
    method: "POST",
    path: "/api/v1/people/import",
    tag: "People",
    summary:
      "Create and change people by a list; without apply only a report of what would happen",
    access: { kind: "user", anyOf: ["admin"] },
    query: closed({
      apply: Type.Boolean({ default: false }),
      /**
       * What each column of the file holds, in its order, with commas between; nothing between two commas: leave it
       * out. Without it the headings tell. `login` must be among them, and nothing twice.
       */
      columns: Type.Optional(
        Type.String({ maxLength: 2000, pattern: "^[A-Za-z]*(,[A-Za-z]*)*$" }),
      ),
    }),
    upload,
    status: 200,
    response: ImportReport,
    errors: [...errors, "request.invalid"],
  }),
} as const;
