import type { Catalogue, Text } from "@veche/ui";
import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { ru } from "./ru.ts";

const formsOf = (text: Text): readonly string[] =>
  typeof text === "string"
    ? [text]
    : [text.one, text.few, text.many, text.other].filter(
        (form) => form !== undefined,
      );

const parametersOf = (text: Text): readonly string[] => [
  ...new Set(
    formsOf(text).flatMap((form) =>
      [...form.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort(),
    ),
  ),
];

const shapeOf = (catalogue: Catalogue) =>
  Object.fromEntries(
    Object.entries(catalogue).map(([key, text]) => [key, parametersOf(text)]),
  );

describe("the staff app's texts", () => {
  it("are the same in Russian as in English, with the same parameters", () => {
    expect(shapeOf(ru)).toEqual(shapeOf(en));
  });

  it("have every Russian plural form", () => {
    const incomplete = Object.entries<Text>(ru).filter(
      ([, text]) => typeof text !== "string" && formsOf(text).length < 4,
    );
    expect(incomplete).toEqual([]);
  });

  it("are never empty", () => {
    const empty = [...Object.values<Text>(ru), ...Object.values<Text>(en)]
      .flatMap(formsOf)
      .filter((form) => form.trim() === "");
    expect(empty).toEqual([]);
  });
});
