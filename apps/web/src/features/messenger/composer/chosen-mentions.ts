import type { Mention } from "@veche/contracts";

type Unplaced = Mention extends infer One
  ? One extends Mention
    ? Omit<One, "from" | "to">
    : never
  : never;

/** Somebody or something chosen to be named, with the words that name it: `@Anna Orlova`. */
export interface ChosenMention {
  readonly words: string;
  readonly mention: Unplaced;
}

const isWordAt = (body: string, index: number): boolean =>
  /[\p{L}\p{N}_]/u.test(body.charAt(index));

/** Where the chosen words still stand in what is sent; what was rewritten names nobody. */
export function mentionsIn(
  body: string,
  chosen: readonly ChosenMention[],
): readonly Mention[] {
  const longestFirst = chosen.toSorted(
    (one, other) => other.words.length - one.words.length,
  );
  const found: Mention[] = [];
  const isTaken = (from: number, to: number) =>
    found.some((one) => from < one.to && to > one.from);
  for (const { words, mention } of longestFirst) {
    let from = body.indexOf(words);
    while (from >= 0) {
      const to = from + words.length;
      if (!isTaken(from, to) && !isWordAt(body, to))
        found.push({ ...mention, from, to });
      from = body.indexOf(words, to);
    }
  }
  return found.toSorted((one, other) => one.from - other.from).slice(0, 100);
}
