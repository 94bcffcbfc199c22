import type { Language } from "@veche/contracts";

const languages: readonly Language[] = ["ru", "en"];
const storageKey = "veche.language";

/** The language to begin with: chosen here before, else the browser's, else English. */
export function firstLanguage(
  storage: Pick<Storage, "getItem">,
  preferred: readonly string[],
): Language {
  const kept = storage.getItem(storageKey);
  const wishes = [kept ?? "", ...preferred].map((wish) =>
    wish.slice(0, 2).toLowerCase(),
  );
  return (
    wishes
      .map((wish) => languages.find((one) => one === wish))
      .find((one) => one !== undefined) ?? "en"
  );
}

export const keepLanguage = (
  storage: Pick<Storage, "setItem">,
  language: Language,
): void => storage.setItem(storageKey, language);
