import { expect, it } from "vitest";
import { chatsPath, homeFor, sectionsFor } from "./sections.ts";

it.each([
  [["employee"], [chatsPath], chatsPath],
  [["employee", "operator"], ["/desk", chatsPath, "/history"], "/desk"],
  [["supervisor"], [chatsPath, "/history"], chatsPath],
  [
    ["admin"],
    [chatsPath, "/history", "/users", "/sites", "/branding", "/audit"],
    chatsPath,
  ],
] as const)("shows %j only the sections they may use", (roles, paths, home) => {
  expect(sectionsFor(roles).map(({ path }) => path)).toEqual(paths);
  expect(homeFor(roles)).toBe(home);
});
