/** Russian and its neighbours, letter by letter; what two languages spell differently is told the same below. */
const cyrillic: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  ё: "e",
  є: "e",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  ї: "i",
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
  ў: "u",
  ф: "f",
  х: "h",
  ц: "c",
  ч: "ch",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "i",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
};

/** Spellings of one sound in Latin letters, longest first. */
const latin: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, "sh"],
  [/tch/g, "ch"],
  [/kh/g, "h"],
  [/ph/g, "f"],
  [/ck/g, "k"],
  [/c(?!h)/g, "k"],
  [/t[sz]/g, "c"],
  [/x/g, "ks"],
  [/q/g, "k"],
  [/w/g, "v"],
  [/[yj]/g, "i"],
];

/**
 * A text as it is compared: one alphabet, one spelling of each sound, no accents, no doubled letters. "Щербаков",
 * "Shcherbakov" and "Scherbakov" come out the same. Digits and punctuation stay.
 */
export function fold(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(/[^\p{Script=Cyrillic}]+/gu, (part) =>
      latin.reduce(
        (folded, [spelling, sound]) => folded.replaceAll(spelling, sound),
        part.normalize("NFD").replaceAll(/\p{M}/gu, ""),
      ),
    );
  return plain
    .replaceAll(/\p{Script=Cyrillic}/gu, (letter) => cyrillic[letter] ?? "")
    .replaceAll(/([a-z])\1+/g, "$1");
}
