import type { BiColumn, BiTables } from "@veche/contracts";

type Language = "ru" | "en";

const spoken = {
  ru: {
    seconds: "секунды",
    share: "доля от 0 до 1",
    count: "число",
    score: "от 1 до 5",
    formula: "Формула",
  },
  en: {
    seconds: "seconds",
    share: "share from 0 to 1",
    count: "count",
    score: "from 1 to 5",
    formula: "Formula",
  },
} as const;

function line({ name, type, unit, ...words }: BiColumn, language: Language) {
  const { title, meaning, formula } = words[language];
  const kind = unit === null ? type : spoken[language][unit];
  const counted =
    formula === null ? "" : ` ${spoken[language].formula}: ${formula}.`;
  return `- \`${name}\` (${kind}): **${title}**. ${meaning}${counted}`;
}

/** The dictionary as a chapter of a document, in one language. */
export const describe = (
  { schema, tables }: BiTables,
  language: Language,
): string =>
  tables
    .map((table) =>
      [
        `### \`${schema}.${table.name}\`: ${table[language].title}`,
        table[language].meaning,
        table.columns.map((column) => line(column, language)).join("\n"),
      ].join("\n\n"),
    )
    .join("\n\n");
