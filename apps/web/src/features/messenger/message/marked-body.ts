import type { Mention } from "@veche/contracts";

/* Characters of the private use area stand around a mention's number while Markdown is read. */
const open = "\uE000";
const close = "\uE001";
const placed = /\uE000(\d+)\uE001/g;

/** A body with its mentions replaced by marks that Markdown leaves alone. */
export interface MarkedBody {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** The words of each mention, as they stand in the body. */
  readonly words: readonly string[];
}

/** Mentions that overlap, or point outside the text, are left as plain words. */
export function markMentions(
  body: string,
  mentions: readonly Mention[] = [],
): MarkedBody {
  const clean = body.replace(/[\uE000\uE001]/g, "");
  // A body with such characters of its own would move every place.
  if (clean.length !== body.length || mentions.length === 0)
    return { text: clean, mentions: [], words: [] };
  const kept: Mention[] = [];
  let text = "";
  let at = 0;
  for (const mention of mentions.toSorted((one, two) => one.from - two.from)) {
    const { from, to } = mention;
    if (from < at || to <= from || to > body.length) continue;
    text += `${body.slice(at, from)}${open}${String(kept.length)}${close}`;
    kept.push(mention);
    at = to;
  }
  const words = kept.map(({ from, to }) => body.slice(from, to));
  return { text: text + body.slice(at), mentions: kept, words };
}

export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "mention";
      readonly mention: Mention;
      readonly words: string;
    };

/** A stretch of marked text as words and mentions. */
export function piecesOf(text: string, body: MarkedBody): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(placed)) {
    const index = Number(found[1]);
    const mention = body.mentions[index];
    if (mention === undefined) continue;
    if (found.index > at)
      pieces.push({ kind: "text", text: text.slice(at, found.index) });
    pieces.push({ kind: "mention", mention, words: body.words[index] ?? "" });
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push({ kind: "text", text: text.slice(at) });
  return pieces;
}

/** Marked text as it was written: for code, where nothing is a mention. */
export const unmarked = (text: string, { words }: MarkedBody): string =>
  text.replace(placed, (_, index: string) => words[Number(index)] ?? "");
