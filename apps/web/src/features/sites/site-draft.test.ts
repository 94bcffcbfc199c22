import { describe, expect, it } from "vitest";
import { draftOf, fieldsOf, problemsOf } from "./site-draft.ts";

const blank = draftOf(undefined, "ru");

describe("the form of a site", () => {
  it("keeps of a pasted address its origin, once", () => {
    const draft = {
      ...blank,
      name: " Лавка ",
      origins:
        "https://Shop.example/cart?x=1\nhttps://shop.example, http://localhost:8081/",
    };
    expect(problemsOf(draft)).toEqual({});
    expect(fieldsOf(draft)).toEqual({
      name: "Лавка",
      origins: ["https://shop.example", "http://localhost:8081"],
      language: "ru",
      greeting: null,
    });
  });

  it.each(["shop.example", "ftp://shop.example", "https://магазин .рф"])(
    "refuses the address %s",
    (origins) => {
      expect(problemsOf({ ...blank, name: "Лавка", origins })).toEqual({
        origins: "sites.originsInvalid",
      });
    },
  );

  it("wants a name", () => {
    expect(problemsOf(blank)).toEqual({ name: "sites.nameMissing" });
  });
});
