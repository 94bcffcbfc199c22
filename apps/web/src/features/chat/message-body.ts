/** The contract's limit of a message, characters. */
const maxLength = 8000;

/** Control characters other than tab and line feed have no place in a message. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** What is typed as the contract wants it, and how many characters are too many. */
export function toBody(text: string): {
  readonly body: string;
  readonly excess: number;
} {
  const body = text
    .replace(/\r\n?/g, "\n")
    .replace(control, "")
    .normalize("NFC")
    .trim();
  return { body, excess: Math.max(0, body.length - maxLength) };
}
