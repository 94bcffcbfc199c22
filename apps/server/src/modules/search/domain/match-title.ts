import type { Highlight } from "@veche/contracts";

/** Text folded as people's names are: one alphabet, one spelling of each sound. */
type Fold = (text: string) => string;

/**
 * Where a title has each of the sought words as the beginning of one of its own; undefined when one is missing. A
 * word has several readings, any of which will do.
 */
export function matchTitle(
  title: string,
  sought: readonly (readonly string[])[],
  fold: Fold,
): readonly Highlight[] | undefined {
  const own = [...title.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    folded: fold(match[0]),
  }));
  const found = sought.map((readings) =>
    own.find(({ folded }) =>
      readings.some((reading) => folded.startsWith(reading)),
    ),
  );
  if (sought.length === 0 || found.includes(undefined)) return undefined;
  return [...new Set(found)]
    .flatMap((word) => (word === undefined ? [] : [word]))
    .map(({ from, to }) => ({ from, to }))
    .sort((one, other) => one.from - other.from);
}
