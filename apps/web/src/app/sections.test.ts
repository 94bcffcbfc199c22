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
  [
    ["supervisor"],
    [
      ...["/desk", ...forAll, "/board", "/reports", "/history", "/recordings"],
      "/canned-answers",
    ],
    chatsPath,
  ],
] as const)("shows %j only the sections they may use", (roles, paths, home) => {
  expect(sectionsFor(roles).map(({ path }) => path)).toEqual(paths);
  expect(homeFor(roles)).toBe(home);
});

it("has the whole administration for administrators alone; supervisors keep the canned answers", () => {
  const isAdministration = ({ group }: { readonly group?: string }) =>
    group !== undefined;
  expect(sectionsFor(["admin"]).some(isAdministration)).toBe(true);
  for (const role of ["employee", "operator"] as const)
    expect(sectionsFor([role]).some(isAdministration)).toBe(false);
  expect(
    sectionsFor(["supervisor"])
      .filter(isAdministration)
      .map(({ path }) => path),
  ).toEqual(["/canned-answers"]);
});
