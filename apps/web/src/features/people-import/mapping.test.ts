import { importColumns } from "@veche/contracts";
import { expect, it } from "vitest";
import { guessed, isUsable, knownColumns, taken, toldAs } from "./mapping.ts";

const columns = [
  { heading: "Кто", column: null, samples: ["anna"] },
  { heading: "ФИО", column: "name", samples: ["Анна"] },
  { heading: "Почта", column: "email", samples: [] },
] as const;

it("knows every column the server takes", () => {
  expect(knownColumns).toEqual(importColumns);
});

it("begins with what the headings say, and is of use when logins are found", () => {
  const first = guessed(columns.map((one) => ({ ...one, samples: [] })));
  expect(toldAs(first)).toBe(",name,email");
  expect(isUsable(first)).toBe(false);
  const right = taken(first, 0, "login");
  expect(toldAs(right)).toBe("login,name,email");
  expect(isUsable(right)).toBe(true);
});

it("takes a thing away from the column that held it", () => {
  expect(taken(["login", "name", null], 2, "name")).toEqual([
    "login",
    null,
    "name",
  ]);
  expect(taken([null, null], 0, null)).toEqual([null, null]);
});
