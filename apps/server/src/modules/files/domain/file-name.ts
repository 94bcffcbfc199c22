/** The longest name that is kept, in UTF-16 units; a longer one loses its middle, never its ending. */
const maxLength = 200;

/**
 * What could fool a reader or leave a folder: control characters, and marks that turn the direction of writing (with
 * them `exe.gnp` is read as `png.exe`).
 */
const unseen = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A name people read and every system can store: no path, nothing unseen. */
export function tidyFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const name = last
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(unseen, "")
    .replaceAll(/[<>:"|?*]/g, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  if (name === "") return "file";
  if (name.length <= maxLength) return name;
  const ending = endingOf(name);
  // Cutting may halve a character.
  return name.slice(0, maxLength - ending.length).toWellFormed() + ending;
}

/** `.pdf` of `offer.pdf`; nothing for names without a short ending. */
export function endingOf(name: string): string {
  return /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? "";
}
