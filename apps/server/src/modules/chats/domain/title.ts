/** A title as it is kept: one line, no control characters, no spaces around; undefined when nothing is left. */
export function tidyTitle(typed: string): string | undefined {
  const tidy = typed
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/\p{Cc}+/gu, " ")
    .trim();
  return tidy === "" ? undefined : tidy;
}
