import type { ReportGrouping, ReportRow } from "@veche/contracts";
import { createFormats } from "@veche/ui";
import { weekdayWords } from "../../platform/people/weekday-words.ts";
import type { Texts } from "../../platform/texts/texts.tsx";

const two = (hour: number): string => String(hour).padStart(2, "0");

/** What a row of a report stands for, as people say it. */
export function rowWords(
  { t, language }: Pick<Texts, "t" | "language">,
  by: ReportGrouping,
  { key, name }: Pick<ReportRow, "key" | "name">,
): string {
  if (key === null) return t("reports.nobody");
  switch (by) {
    case "day":
      return createFormats(language, "UTC").date(`${key}T00:00:00Z`);
    case "weekday":
      return weekdayWords(language, Number(key));
    case "hour":
      return `${two(Number(key))}:00–${two(Number(key) + 1)}:00`;
    case "queue":
    case "operator":
      return name ?? key;
  }
}
