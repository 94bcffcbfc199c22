import type { BiColumn, BiTable } from "@veche/contracts";

/** What it is called, what it means, and how it is counted. */
type Words = readonly [title: string, meaning: string, formula?: string];

interface Both {
  readonly ru: Words;
  readonly en: Words;
}

type Kind =
  | Exclude<BiColumn["type"], "integer" | "number">
  | NonNullable<BiColumn["unit"]>;

const spelt = ([title, meaning, formula]: Words) => ({
  title,
  meaning,
  formula: formula ?? null,
});

/** A count is a whole number, and so is one rating; what is divided is not. */
export function column(name: string, kind: Kind, { ru, en }: Both): BiColumn {
  const words = { ru: spelt(ru), en: spelt(en) };
  switch (kind) {
    case "count":
      return { name, type: "integer", unit: kind, ...words };
    case "seconds":
    case "share":
    case "score":
      return { name, type: "number", unit: kind, ...words };
    case "uuid":
    case "text":
    case "boolean":
    case "timestamp":
    case "date":
      return { name, type: kind, unit: null, ...words };
  }
}

export const table = (
  name: string,
  { ru, en }: Both,
  columns: readonly BiColumn[],
): BiTable => ({
  name,
  ru: spelt(ru),
  en: spelt(en),
  columns: [...columns],
});
