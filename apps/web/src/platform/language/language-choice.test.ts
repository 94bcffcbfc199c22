import { expect, it } from "vitest";
import { firstLanguage } from "./language-choice.ts";

const keeping = (kept: string | null) => ({ getItem: () => kept });

it("begins with what was chosen in this browser", () => {
  expect(firstLanguage(keeping("en"), ["ru-RU"])).toBe("en");
});

it("begins with the first of the browser's languages we speak", () => {
  expect(firstLanguage(keeping(null), ["de-DE", "ru-RU", "en"])).toBe("ru");
});

it("begins with English when we speak none of them", () => {
  expect(firstLanguage(keeping("klingon"), ["de", "fr"])).toBe("en");
});
