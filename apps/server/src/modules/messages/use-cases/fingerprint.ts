import { hash } from "node:crypto";
import type { Mention, MessageId } from "@veche/contracts";
import type { Answering, Cargo } from "../domain/message-command.ts";

/** What is sent: words, or another message as it is. */
export type Sayings =
  | {
      readonly body: string;
      readonly mentions: readonly Mention[];
      readonly answering: Answering | null;
      readonly cargo: Cargo | null;
    }
  | { readonly forwards: MessageId };

/** Tells whether two sendings say the same, long after the text itself was edited or deleted. */
export const fingerprintOf = (sayings: Sayings): string =>
  hash("sha256", textOf(sayings), "base64");

/** No body holds a NUL: a plain text and something else never look alike. */
function textOf(sayings: Sayings): string {
  if ("forwards" in sayings) return `\0${sayings.forwards}`;
  const { body, mentions, answering, cargo } = sayings;
  if (cargo !== null)
    return `${body}\0${JSON.stringify([mentions, answering, cargo])}`;
  const isPlain = mentions.length === 0 && answering === null;
  return isPlain ? body : `${body}\0${JSON.stringify([mentions, answering])}`;
}
