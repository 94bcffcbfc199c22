import { expect, it } from "vitest";
import {
  chatsPath,
  conferencesPath,
  homeFor,
  sectionsFor,
} from "./sections.ts";

const forAll = [chatsPath, "/calls", conferencesPath, "/people"] as const;

it.each([
  [["employee"], [...forAll, "/recordings"], chatsPath],
  [
    ["employee", "operator"],
    ["/desk", ...forAll, "/history", "/recordings"],
    "/desk",
  ],
  [["supervisor"], [...forAll, "/history", "/recordings"], chatsPath],
] as const)("shows %j only the sections they may use", (roles, paths, home) => {
  expect(sectionsFor(roles).map(({ path }) => path)).toEqual(paths);
  expect(homeFor(roles)).toBe(home);
});

it("has the whole administration for administrators alone", () => {
  const isAdministration = ({ group }: { readonly group?: string }) =>
    group !== undefined;
  expect(sectionsFor(["admin"]).some(isAdministration)).toBe(true);
  for (const role of ["employee", "operator", "supervisor"] as const)
    expect(sectionsFor([role]).some(isAdministration)).toBe(false);
});
