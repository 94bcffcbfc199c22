/** The longest message the contract takes, characters. */
export const messageLimit = 8000;

/** The text as the contract wants it: composed (NFC), without control characters other than tab and line feed. */
export function messageBodyOf(typed: string): string {
  return (
    typed
      .normalize("NFC")
      .replace(/\r\n?/g, "\n")
      // Every control character but tab and line feed.
      .replace(/(?![\t\n])\p{Cc}/gu, "")
      .trim()
  );
}
