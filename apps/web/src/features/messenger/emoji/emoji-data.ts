import type { Language } from "@veche/contracts";

export interface EmojiEntry {
  readonly emoji: string;
  readonly name: string;
  /** Everything it is found by, in lower case. */
  readonly words: string;
  readonly group: number;
}

interface Compact {
  readonly unicode: string;
  readonly label: string;
  readonly tags?: readonly string[];
  readonly group?: number;
  readonly order?: number;
}

const loaders = {
  ru: () => import("emojibase-data/ru/compact.json"),
  en: () => import("emojibase-data/en/compact.json"),
} as const;

/** Skin tones alone, and letters of flags. */
const isHidden = ({ group }: Compact): boolean =>
  group === undefined || group === 2;

const entryOf = ({
  unicode,
  label,
  tags = [],
  group = 0,
}: Compact): EmojiEntry => ({
  emoji: unicode,
  name: label,
  words: [label, ...tags].join(" ").toLocaleLowerCase(),
  group,
});

/** All emoji with their names in a language; fetched when first looked for. */
export async function loadEmoji(
  language: Language,
): Promise<readonly EmojiEntry[]> {
  const { default: data } = await loaders[language]();
  return (data as readonly Compact[]) // the package's own type of the same file
    .filter((one) => !isHidden(one))
    .toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))
    .map(entryOf);
}

/** Those every sought word names the start of a word of. */
export function findEmoji(
  all: readonly EmojiEntry[],
  text: string,
): readonly EmojiEntry[] {
  const sought = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (sought.length === 0) return all;
  return all.filter(({ words }) =>
    sought.every(
      (word) => words.startsWith(word) || words.includes(` ${word}`),
    ),
  );
}
