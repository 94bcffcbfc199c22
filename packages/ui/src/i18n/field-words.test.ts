import { describe, expect, it } from "vitest";
import type { CellField, CellValue, UserId } from "@veche/contracts";
import { fieldWords } from "./field-words.ts";

const named = { key: "field", label: { ru: "Поле", en: "Field" } };
// The test names a person; nobody looks them up.
const annaId = "anna-id" as UserId;

const read = (field: CellField, value: Exclude<CellValue, null>) =>
  fieldWords(field, value, {
    language: "en",
    yes: "Yes",
    no: "No",
    people: [{ reference: "anna", id: annaId, name: "Anna Orlova" }],
  });

describe("a value of an object's card", () => {
  it("reads in the reader's language, whatever its kind", () => {
    const plain = (kind: "text" | "number" | "date" | "boolean") =>
      ({ ...named, kind }) as const;
    expect(read(plain("text"), "On the table")).toMatchObject({
      text: "On the table",
    });
    expect(read(plain("number"), 12_500).text).toBe("12,500");
    expect(read(plain("boolean"), false).text).toBe("No");
    expect(read(plain("date"), "2026-12-04").text).toContain("2026");
  });

  it("keeps every digit of a sum", () => {
    const sum = { ...named, kind: "money", currency: "EUR" } as const;
    expect(read(sum, "900719925474099.27").text).toBe(
      "€900,719,925,474,099.27",
    );
  });

  it("is a state where its choice has a tone, and a word where it has none or is no choice any more", () => {
    const label = { ru: "Оплачен", en: "Paid" };
    const field = {
      ...named,
      kind: "choice" as const,
      choices: [
        { key: "paid", label, tone: "positive" as const },
        { key: "new", label: { ru: "Новый", en: "New" } },
      ],
    };
    expect(read(field, "paid")).toEqual({
      kind: "state",
      text: "Paid",
      tone: "positive",
    });
    expect(read(field, "new")).toEqual({ kind: "text", text: "New" });
    expect(read(field, "gone")).toEqual({ kind: "text", text: "gone" });
  });

  it("leads to the person it names, where they are here", () => {
    const field = { ...named, kind: "person" as const };
    expect(read(field, "anna")).toEqual({
      kind: "person",
      text: "Anna Orlova",
      id: annaId,
    });
    expect(read(field, "nobody")).toEqual({ kind: "text", text: "nobody" });
  });
});
