import { expect, it } from "vitest";
import { homeFor, sectionsFor } from "./sections.ts";

it.each([
  [["employee"], [], "/profile"],
  [["employee", "operator"], ["/desk", "/history"], "/desk"],
  [["supervisor"], ["/history"], "/history"],
  [
    ["admin"],
    ["/history", "/users", "/sites", "/branding", "/audit"],
    "/history",
  ],
] as const)("shows %j only the sections they may use", (roles, paths, home) => {
  expect(sectionsFor(roles).map(({ path }) => path)).toEqual(paths);
  expect(homeFor(roles)).toBe(home);
});
