import type { Text } from "@veche/ui";
import { expect, test } from "vitest";
import { textsEn } from "./en.ts";
import { textsRu } from "./ru.ts";

const formsOf = (text: Text): readonly string[] =>
  typeof text === "string"
    ? [text]
    : [text.one, text.few, text.many, text.other].filter(
        (form) => form !== undefined,
      );
const parametersOf = (text: Text): readonly string[] =>
  [
    ...new Set(
      formsOf(text).flatMap((form) =>
        [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""),
      ),
    ),
  ].sort();

test("every text exists in Russian and in English", () => {
  expect(Object.keys(textsRu).sort()).toEqual(Object.keys(textsEn).sort());
});

test.each(Object.keys(textsEn) as (keyof typeof textsEn)[])(
  "%s is filled and takes the same parameters",
  (key) => {
    for (const form of [...formsOf(textsEn[key]), ...formsOf(textsRu[key])])
      expect(form.trim()).not.toBe("");
    expect(parametersOf(textsRu[key])).toEqual(parametersOf(textsEn[key]));
  },
);

test("Russian texts are Russian and English ones are not", () => {
  const withoutParameters = (text: Text) =>
    formsOf(text)
      .join(" ")
      .replace(/\{\w+\}/g, "");
  for (const [key, text] of Object.entries(textsRu))
    if (key !== "prejoin.device")
      expect(withoutParameters(text)).toMatch(/[а-яё]/i);
  for (const text of Object.values(textsEn))
    expect(withoutParameters(text)).not.toMatch(/[а-яё]/i);
});
