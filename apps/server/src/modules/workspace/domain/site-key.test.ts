import { describe, expect, it } from "vitest";
import { freeKey, keyStem } from "./site-key.ts";

describe("a site's key", () => {
  it.each([
    ["Corner shop", "corner-shop"],
    ["Лавка у реки", "lavka-u-reki"],
    ["  <b>!!", "site"],
    ["日本", "site"],
    ["x".repeat(80), "x".repeat(34)],
  ])("is read off the name %j as %s", (name, stem) => {
    expect(keyStem(name)).toBe(stem);
  });

  it("gets a number when the name is taken", () => {
    expect(freeKey("shop", [])).toBe("shop");
    expect(freeKey("shop", ["shop", "shop-2", "shop-4"])).toBe("shop-3");
  });
});
