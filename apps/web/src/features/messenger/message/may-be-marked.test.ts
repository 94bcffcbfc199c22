import fc from "fast-check";
import { expect, it } from "vitest";
import { mayBeMarked } from "./may-be-marked.ts";
import { readMarkdown, type MarkdownNode } from "./read-markdown.ts";

it.each([
  "Good morning, see you at noon.",
  "Встречаемся в 12:30 - не опаздывай!",
  "one\ntwo\n\nthree (and four), 5 + 6 = 11",
])("lets %j be drawn as it is", (text) => {
  expect(mayBeMarked(text)).toBe(false);
});

const plainTags = new Set(["paragraph", "inline", "text", "softbreak"]);
const isPlain = ({ tag, children }: MarkdownNode): boolean =>
  plainTags.has(tag) && children.every(isPlain);

it.each(["a  \na", "a\n--", "a\n="])("does not let %j be", (text) => {
  expect(mayBeMarked(text)).toBe(true);
});

it("never takes for plain what Markdown would draw in another way", () => {
  const alphabet = "ab1 .,:/@-+*_~`|[]()<>#&\\=!\n\t";
  const texts = fc
    .array(fc.nat({ max: alphabet.length - 1 }), { maxLength: 24 })
    .map((places) => places.map((at) => alphabet.charAt(at)).join(""));
  fc.assert(
    fc.property(texts, (text) => {
      if (!mayBeMarked(text))
        expect(readMarkdown(text).every(isPlain), text).toBe(true);
    }),
    { seed: 17, numRuns: 3000 },
  );
});
