/** ё and е are one letter to a reader in a hurry; the length stays, so that places in the text do too. */
export const plainText = (text: string): string =>
  text.replaceAll("ё", "е").replaceAll("Ё", "Е");

/** A file's name as words: what stands between letters and digits separates. The length stays. */
export const plainName = (name: string): string =>
  plainText(name).replaceAll(/[^\p{L}\p{N}]+/gu, (gap) =>
    " ".repeat(gap.length),
  );
