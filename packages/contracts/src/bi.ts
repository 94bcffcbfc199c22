import { Type, type Static } from "typebox";
import { closed, nullable, oneOf } from "./shapes.ts";

/** As analysts' tools tell columns apart. */
export const biColumnTypes = [
  "uuid",
  "text",
  "integer",
  "number",
  "boolean",
  "timestamp",
  "date",
] as const;

/** What a number counts; a share is between 0 and 1, a score between 1 and 5. */
export const biUnits = ["seconds", "share", "count", "score"] as const;

const Text = Type.String({ minLength: 1, maxLength: 600 });

const BiWords = closed({
  title: Text,
  meaning: Text,
  /** How a figure is counted, in the words of the other columns; null for what is only told. */
  formula: nullable(Text),
});
export type BiWords = Static<typeof BiWords>;

const Name = Type.String({ pattern: "^[a-z][a-z0-9_]*$", maxLength: 60 });

export const BiColumn = closed({
  name: Name,
  type: oneOf(biColumnTypes),
  unit: nullable(oneOf(biUnits)),
  ru: BiWords,
  en: BiWords,
});
export type BiColumn = Static<typeof BiColumn>;

/** One read-only view. */
export const BiTable = closed({
  name: Name,
  ru: BiWords,
  en: BiWords,
  columns: Type.Array(BiColumn),
});
export type BiTable = Static<typeof BiTable>;

/** The dictionary of what analysts read (B33). */
export const BiTables = closed({
  /** The schema of the database in which the views are. */
  schema: Name,
  /** Who may read them in the database. */
  role: Name,
  tables: Type.Array(BiTable),
});
export type BiTables = Static<typeof BiTables>;
