import { expect, it } from "vitest";
import { emojiOf } from "./emoji.ts";

it("any one emoji is a reaction", () => {
  for (const emoji of ["👍", "👍🏽", "👩‍👩‍👧", "1️⃣", "🇷🇺", "❤️"])
    expect(emojiOf(emoji)).toBe(emoji);
});

it("two spellings of one emoji are one reaction", () => {
  expect(emojiOf("❤")).toBe("❤️");
  expect(emojiOf("☺")).toBe(emojiOf("☺️"));
});

it("what is not exactly one emoji is none", () => {
  for (const text of ["", "a", "1", "#", ":)", "👍👍", "👍 ", "🏴‍❤"])
    expect(emojiOf(text)).toBeUndefined();
});
