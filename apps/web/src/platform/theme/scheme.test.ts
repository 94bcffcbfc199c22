import { expect, it } from "vitest";
import { createScheme } from "./scheme.ts";

function createTestPage(kept: string | null) {
  const page = { kept, attribute: undefined as string | undefined };
  const scheme = createScheme({
    storage: {
      getItem: () => page.kept,
      setItem: (_, value) => (page.kept = value),
    },
    root: {
      setAttribute: (_, value) => (page.attribute = value),
      removeAttribute: () => (page.attribute = undefined),
    },
  });
  return { page, scheme };
}

it("keeps the choice of light or dark in this browser", () => {
  const { page, scheme } = createTestPage(null);
  scheme.choose("dark");
  expect(page).toEqual({ kept: "dark", attribute: "dark" });
  expect(createTestPage("dark").page.attribute).toBe("dark");
});

it("follows the system until something is chosen, and again when the system is chosen", () => {
  const { page, scheme } = createTestPage("nonsense");
  expect([scheme.choice.get(), page.attribute]).toEqual(["system", undefined]);
  scheme.choose("light");
  scheme.choose("system");
  expect(page).toEqual({ kept: "system", attribute: undefined });
});
