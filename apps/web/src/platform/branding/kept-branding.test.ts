import { expect, it } from "vitest";
import { createKeptBranding } from "./kept-branding.ts";

const company = {
  productName: "Chaynaya",
  accentColour: "#8a3ffc",
  logoPath: null,
};

function createStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    spoil: () => {
      for (const key of items.keys()) items.set(key, "{");
    },
  };
}

it("a company's look is remembered by the browser from one visit to the next", () => {
  const storage = createStorage();
  expect(createKeptBranding(storage).get()).toBeUndefined();
  createKeptBranding(storage).set(company);
  expect(createKeptBranding(storage).get()).toEqual(company);
});

it("what somebody spoilt by hand is as good as nothing", () => {
  const storage = createStorage();
  createKeptBranding(storage).set(company);
  storage.spoil();
  expect(createKeptBranding(storage).get()).toBeUndefined();
});
