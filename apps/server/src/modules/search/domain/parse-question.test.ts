import { describe, expect, it } from "vitest";
import { wordsQuery } from "./index-query.ts";
import { isAboutMessages, parseQuestion } from "./parse-question.ts";
import { snippetOf } from "./snippet.ts";

describe("a question", () => {
  it("is words, of which the last may be still begun", () => {
    expect(parseQuestion("годовой отч").terms).toEqual([
      { text: "годовой", isBegun: false },
      { text: "отч", isBegun: true },
    ]);
    expect(parseQuestion("годовой отч ").terms.at(-1)?.isBegun).toBe(false);
    expect(parseQuestion("ок").terms).toEqual([{ text: "ок", isBegun: false }]);
  });

  it("holds phrases and words that must not be there", () => {
    const question = parseQuestion('"two words" -never "open');
    expect(question.terms).toEqual([
      { text: "two words", isBegun: false },
      { text: "open", isBegun: false },
    ]);
    expect(question.without).toEqual([{ text: "never", isBegun: false }]);
    expect(wordsQuery(question, "anywhere")).toBe(
      "'two words' & 'open' & !'never'",
    );
  });

  it("holds filters in both languages", () => {
    expect(
      parseQuestion(
        'from:anna от:"Борис К" in:sales has:FILE before:2026-03-01 после:2026-01-31 mentions:me план',
      ),
    ).toEqual({
      terms: [{ text: "план", isBegun: true }],
      without: [],
      from: ["anna", "Борис К"],
      in: ["sales"],
      has: ["file"],
      mentions: ["me"],
      before: "2026-03-01",
      after: "2026-01-31",
    });
  });

  it.each([
    ["an address", "https://example.com", "https //example.com"],
    ["a time", "10:30", "10 30"],
    ["a day that is none", "before:soon", "before soon"],
    ["the index's own signs", "a&b|!c<->d:*'", "a b c - d"],
  ])("takes %s for words", (_what, typed, text) => {
    const question = parseQuestion(typed);
    expect(question.terms.map((term) => term.text)).toEqual([text]);
    expect(isAboutMessages(question)).toBe(false);
  });

  it("of signs alone is empty", () => {
    expect(parseQuestion(" ' : * ").terms).toEqual([]);
    expect(wordsQuery(parseQuestion("-только"), "anywhere")).toBe("");
  });
});

describe("a snippet", () => {
  it("is the whole of a short text", () => {
    expect(snippetOf("a plan", [{ from: 2, to: 6 }])).toEqual({
      text: "a plan",
      highlights: [{ from: 2, to: 6 }],
      hasMoreBefore: false,
      hasMoreAfter: false,
    });
  });

  it("of a long text lies around the first match, between words", () => {
    const text = `${"before ".repeat(100)}plan ${"behind ".repeat(100)}`;
    const at = text.indexOf("plan");
    const snippet = snippetOf(text, [{ from: at, to: at + 4 }]);
    const [range] = snippet.highlights;
    expect(snippet.text.slice(range?.from, range?.to)).toBe("plan");
    expect(snippet.text.startsWith("before ")).toBe(true);
    expect(snippet.text.endsWith("behind")).toBe(true);
    expect(snippet.text.length).toBeLessThanOrEqual(200);
    expect(snippet).toMatchObject({ hasMoreBefore: true, hasMoreAfter: true });
  });

  it("never ends inside a character", () => {
    const snippet = snippetOf("😀".repeat(300), []);
    expect(snippet.text.isWellFormed()).toBe(true);
  });
});
