import type { Language } from "@veche/contracts";
import { createTranslator } from "@veche/ui";
import type { Texts } from "./texts.tsx";

const loaders = {
  ru: () =>
    import("../../texts/ru.ts").then(({ ru, errorsRu }) => ({
      catalogue: ru,
      errors: errorsRu,
    })),
  en: () =>
    import("../../texts/en.ts").then(({ en, errorsEn }) => ({
      catalogue: en,
      errors: errorsEn,
    })),
} as const;

/** Loads a language's texts; only the chosen language is downloaded. */
export async function loadTexts(language: Language): Promise<Texts> {
  const { catalogue, errors } = await loaders[language]();
  // The catalogues have the same keys and parameters; the test of texts holds them together.
  const translator = createTranslator({
    language,
    catalogue,
  }) as unknown as Texts;
  return { ...translator, errors };
}
