/** The contract's limit of a message, characters. */
const maxLength = 8000;

/**
 * What was typed as it is sent and kept: composed (NFC), lines ended by line feed alone, no control character but that
 * and the tab, no empty lines around it; the first line keeps its indent, which code needs. And how many characters are
 * too many.
 */
export function messageBodyOf(typed: string): {
  readonly body: string;
  readonly excess: number;
} {
  const body = typed
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\t\n])\p{Cc}/gu, "")
    .normalize("NFC")
    .replace(/^\n+|\s+$/g, "");
  return { body, excess: Math.max(0, body.length - maxLength) };
}
