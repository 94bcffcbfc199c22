import { expect, test } from "vitest";
import { validate, version } from "uuid";
import type { UserId } from "@veche/contracts";
import { systemIds } from "./ids.ts";

test("identifiers sort in the order they were made, however fast they come", () => {
  const made = Array.from({ length: 5_000 }, () => systemIds.next<UserId>());
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  expect(made.every((id) => validate(id) && version(id) === 7)).toBe(true);
});
