const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const isEmoji = (grapheme: string): boolean =>
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(grapheme);

const largeAtMost = 6;

/** How many emoji a message has that says nothing else; null when it says anything else, or a whole row of them. */
export function emojiCount(body: string): number | null {
  if (body.length > 80) return null;
  const graphemes = [...segmenter.segment(body.replace(/\s+/g, ""))];
  const isAlone =
    graphemes.length > 0 &&
    graphemes.length <= largeAtMost &&
    graphemes.every(({ segment }) => isEmoji(segment));
  return isAlone ? graphemes.length : null;
}
