import type { CustomerId, Language } from "@veche/contracts";

const words: Readonly<Record<Language, string>> = {
  ru: "Посетитель",
  en: "Visitor",
};

/** "Visitor 4821": four digits taken from the id's random end, enough to tell apart those on the site at once. */
export function anonymousName(id: CustomerId, language: Language): string {
  const number = 1000 + (Number.parseInt(id.slice(-8), 16) % 9000);
  return `${words[language]} ${number}`;
}
