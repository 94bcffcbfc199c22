import type { Language } from "@veche/contracts";
import { createTranslator, type Translator } from "@veche/ui";
import { textsEn } from "./en.ts";
import { textsRu } from "./ru.ts";

export type WidgetTranslator = Translator<typeof textsEn>;

/** The widget's voice in one language. */
export function widgetTranslator(
  language: Language,
  timeZone?: string,
): WidgetTranslator {
  return createTranslator<typeof textsEn>({
    language,
    // The catalogues hold the same keys and parameters (tested); only the sentences differ.
    catalogue: (language === "ru" ? textsRu : textsEn) as typeof textsEn,
    ...(timeZone === undefined ? {} : { timeZone }),
  });
}
