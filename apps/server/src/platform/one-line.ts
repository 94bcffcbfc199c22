/** A typed name or title as it is kept: NFC, one line, no control characters, no spaces around. May be empty. */
export function oneLine(typed: string): string {
  return typed
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/\p{Cc}+/gu, " ")
    .trim();
}
