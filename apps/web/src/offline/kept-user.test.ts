import { expect, it } from "vitest";
import type { User } from "@veche/contracts";
import { createKeptUser } from "./kept-user.ts";

function storage() {
  const held = new Map<string, string>();
  return {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  };
}

// Only what is kept and read back matters here.
const anna = { id: "anna", name: "Anna" } as unknown as User;

it("remembers who used the browser, until they sign out", () => {
  const place = storage();
  createKeptUser(place).set(anna);
  const kept = createKeptUser(place);
  expect(kept.get()).toEqual(anna);
  kept.set(null);
  expect(kept.get()).toBeNull();
});

it("takes a spoilt record for none", () => {
  const place = storage();
  place.setItem("veche.user", "{");
  expect(createKeptUser(place).get()).toBeNull();
});
