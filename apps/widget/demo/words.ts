export type ShopLanguage = "ru" | "en";
export type Words = Readonly<Record<ShopLanguage, string>>;

const languageKey = "shop:language";

/** The visitor's choice, else the browser's first language. */
export function readLanguage(): ShopLanguage {
  const chosen = stored() ?? navigator.language.slice(0, 2);
  return chosen === "ru" ? "ru" : "en";
}

function stored(): string | null {
  try {
    return localStorage.getItem(languageKey);
  } catch {
    return null;
  }
}

export function keepLanguage(language: ShopLanguage): void {
  try {
    localStorage.setItem(languageKey, language);
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
}

/** Elements carry both languages themselves: Russian as their text, English in `data-en`. */
export function speak(language: ShopLanguage): void {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll<HTMLElement>("[data-en]")) {
    const russian = (element.dataset["ru"] ??= element.textContent);
    element.textContent =
      language === "ru" ? russian : (element.dataset["en"] ?? russian);
  }
  const title =
    document.body.dataset[language === "ru" ? "titleRu" : "titleEn"];
  if (title !== undefined) document.title = title;
}

export function priceIn(
  language: ShopLanguage,
  price: { readonly priceRub: number; readonly priceEur: number },
): string {
  return language === "ru"
    ? `${price.priceRub.toLocaleString("ru-RU")} ₽`
    : `€${price.priceEur.toLocaleString("en-GB")}`;
}
