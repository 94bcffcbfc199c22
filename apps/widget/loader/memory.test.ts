import { expect, test } from "vitest";
import { createMemory } from "./memory.ts";

function storageWith(overrides: Partial<Storage>): Storage {
  const entries = new Map<string, string>();
  return {
    length: 0,
    clear: () => entries.clear(),
    key: () => null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    ...overrides,
  };
}

test("what is written is read back and can be forgotten", () => {
  const storage = storageWith({});
  const memory = createMemory(() => storage);
  memory.write("a", "1");
  expect(createMemory(() => storage).read("a")).toBe("1");
  memory.remove("a");
  expect(memory.read("a")).toBeNull();
});

test("a browser that forbids storage gets a memory as long as the page", () => {
  const memory = createMemory(() => {
    throw new Error("SecurityError");
  });
  expect(memory.read("a")).toBeNull();
  memory.write("a", "1");
  expect(memory.read("a")).toBe("1");
  memory.remove("a");
  expect(memory.read("a")).toBeNull();
});

test("a full storage keeps the value for the page instead", () => {
  const storage = storageWith({
    setItem: () => {
      throw new Error("QuotaExceededError");
    },
  });
  const memory = createMemory(() => storage);
  memory.write("a", "1");
  expect(memory.read("a")).toBe("1");
});
