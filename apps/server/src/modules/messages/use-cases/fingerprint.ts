import { hash } from "node:crypto";
import type { Mention } from "@veche/contracts";
import type { Answering } from "../domain/message-command.ts";

export interface Sayings {
  readonly body: string;
  readonly mentions: readonly Mention[];
  readonly answering: Answering | null;
}

/** Tells whether two sendings say the same, long after the text itself was edited or deleted. */
export function fingerprintOf({ body, mentions, answering }: Sayings): string {
  const isPlain = mentions.length === 0 && answering === null;
  // No body holds a NUL: a plain text and one with something beside it never look alike.
  const text = isPlain
    ? body
    : `${body}\0${JSON.stringify([mentions, answering])}`;
  return hash("sha256", text, "base64");
}
