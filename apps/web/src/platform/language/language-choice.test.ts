import { expect, it } from "vitest";
import { firstLanguage } from "./language-choice.ts";

it.each([
  ["what was chosen in this browser", "en", ["ru-RU"], "en"],
  [
    "the first of the browser's languages we speak",
    null,
    ["de-DE", "ru-RU", "en"],
    "ru",
  ],
  ["English, when we speak none of them", "klingon", ["de", "fr"], "en"],
] as const)("begins with %s", (_, kept, preferred, expected) => {
  expect(firstLanguage({ getItem: () => kept }, preferred)).toBe(expected);
});
