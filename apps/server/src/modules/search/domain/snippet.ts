import type { Highlight, Snippet } from "@veche/contracts";

/** So much of a message is enough to know it by. */
const LENGTH = 200;
const BEFORE = 40;

/** A piece of the text around its first match; it begins and ends between words. */
export function snippetOf(
  text: string,
  highlights: readonly Highlight[],
): Snippet {
  const first = highlights[0]?.from ?? 0;
  const from = text.length <= LENGTH ? 0 : beginning(text, first - BEFORE);
  const to = ending(text, Math.min(text.length, from + LENGTH));
  return {
    text: text.slice(from, to),
    highlights: highlights
      .filter((range) => range.from >= from && range.to <= to)
      .map((range) => ({ from: range.from - from, to: range.to - from })),
    hasMoreBefore: from > 0,
    hasMoreAfter: to < text.length,
  };
}

function beginning(text: string, wished: number): number {
  if (wished <= 0) return 0;
  const gap = text.slice(wished, wished + BEFORE).search(/\s/);
  return clear(text, gap === -1 ? wished : wished + gap + 1);
}

function ending(text: string, wished: number): number {
  if (wished >= text.length) return text.length;
  const gap = text.lastIndexOf(" ", wished);
  return clear(text, gap > wished - BEFORE ? gap : wished);
}

/** Never between the two halves of one character. */
const clear = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
