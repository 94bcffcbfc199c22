import { describe, expect, it } from "vitest";
import { embedEn, embedRu } from "./texts.ts";

describe("the embedded conversation's words", () => {
  it("are the same in both languages", () => {
    expect(Object.keys(embedRu)).toEqual(Object.keys(embedEn));
  });
});
