/** The longest body, in UTF-16 units, after normalisation (which may lengthen a text). */
const maxBodyLength = 8000;

export type TidyBody =
  | { readonly ok: true; readonly body: string }
  | { readonly ok: false; readonly reason: "blank" | "too_long" };

/** Control characters beside tab and line feed; no keyboard makes them, pasted texts do. */
const controls = /[\p{Cc}--[\t\n]]/gv;

/** Most bodies are plain and need only be looked at once. */
const isPlain = (text: string): boolean => /^[\t\n\x20-\x7e]*$/.test(text);

/**
 * A text as it is kept: NFC, lines ended by line feed alone, no control characters, no halves of surrogate pairs.
 * What a reader cannot see is dropped rather than refused: nobody could find it to remove it.
 */
export function tidyBody(typed: string): TidyBody {
  const body = isPlain(typed)
    ? typed
    : typed
        .replaceAll(/\r\n?/g, "\n")
        .replaceAll(controls, "")
        .toWellFormed()
        .normalize("NFC");
  if (body.trim() === "") return { ok: false, reason: "blank" };
  if (body.length > maxBodyLength) return { ok: false, reason: "too_long" };
  return { ok: true, body };
}
