const cyrillic: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};

const MAX_STEM_LENGTH = 34;

/** What a site's key begins with: its name in small Latin letters, "site" when nothing of it is left. */
export function keyStem(name: string): string {
  const latin = Array.from(
    name.toLowerCase(),
    (letter) => cyrillic[letter] ?? letter,
  )
    .join("")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_STEM_LENGTH)
    .replace(/^-+|-+$/g, "");
  return latin.length >= 3 ? latin : "site";
}

/** The stem itself, or the stem with the least number that is free. */
export function freeKey(stem: string, taken: readonly string[]): string {
  const isTaken = new Set(taken);
  if (!isTaken.has(stem)) return stem;
  let number = 2;
  while (isTaken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
