const longest = 8000;

/** A text as it is sent: NFC, without control characters, nothing empty around it; and how much too long it is. */
export function toBody(text: string): {
  readonly body: string;
  readonly excess: number;
} {
  const body = text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    // eslint-disable-next-line no-control-regex -- these are what the contract refuses
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "")
    .replace(/^\n+|\s+$/g, "");
  return { body, excess: Math.max(0, body.length - longest) };
}
