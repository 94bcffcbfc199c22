import type { EmojiEntry } from "./emoji-data.ts";

export const perRow = 9;

/** Emoji in lines of equal length. */
export const emojiRows = (
  entries: readonly EmojiEntry[],
): readonly (readonly EmojiEntry[])[] =>
  Array.from({ length: Math.ceil(entries.length / perRow) }, (_, row) =>
    entries.slice(row * perRow, (row + 1) * perRow),
  );
