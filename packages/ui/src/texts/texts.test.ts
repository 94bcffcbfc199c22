import { errorCodes } from "@veche/contracts";
import { describe, expect, it } from "vitest";
import type { Catalogue, Text } from "../i18n/catalogue.ts";
import { errorsEn } from "./en/errors.ts";
import { sharedEn } from "./en/shared.ts";
import { errorsRu } from "./ru/errors.ts";
import { sharedRu } from "./ru/shared.ts";

const parametersOf = (text: Text): readonly string[] => {
  const forms =
    typeof text === "string"
      ? [text]
      : [text.one, text.few, text.many, text.other];
  const names = forms.flatMap((form) =>
    [...(form ?? "").matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""),
  );
  return [...new Set(names)].sort();
};

describe("texts in both languages", () => {
  it("has a text for every error code of the contract and for no other code", () => {
    expect(Object.keys(errorsEn).sort()).toEqual([...errorCodes].sort());
    expect(Object.keys(errorsRu).sort()).toEqual([...errorCodes].sort());
  });

  it("says of every error both what happened and what to do", () => {
    const lengths = [
      ...Object.values(errorsEn),
      ...Object.values(errorsRu),
    ].flatMap(({ happened, advice }) => [happened.length, advice.length]);
    expect(Math.min(...lengths)).toBeGreaterThan(10);
  });

  it("has the same shared texts in Russian as in English, with the same parameters", () => {
    const shape = (catalogue: Catalogue) =>
      Object.entries(catalogue)
        .map(([key, text]) => [key, parametersOf(text)] as const)
        .sort(([one], [other]) => one.localeCompare(other));
    expect(shape(sharedRu)).toEqual(shape(sharedEn));
  });

  it("writes Russian texts in Russian", () => {
    const latin = Object.entries(sharedRu).filter(
      ([, text]) => !/[а-яё]/i.test(text),
    );
    expect(latin).toEqual([]);
  });
});
