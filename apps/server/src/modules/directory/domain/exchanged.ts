/**
 * A word with each two neighbouring letters exchanged: what hasty fingers do most, and what leaves too few letters in
 * their places for likeness to see it.
 */
export const exchanged = (word: string): readonly string[] =>
  Array.from({ length: word.length - 1 }, (_, at) =>
    [
      word.slice(0, at),
      word.charAt(at + 1),
      word.charAt(at),
      word.slice(at + 2),
    ].join(""),
  );
