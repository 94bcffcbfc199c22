import { expect, it } from "vitest";
import { homeFor, sectionsFor } from "./sections.ts";

it.each([
  [["employee"], ["/chats"], "/chats"],
  [["employee", "operator"], ["/desk", "/chats", "/history"], "/desk"],
  [["supervisor"], ["/chats", "/history"], "/chats"],
  [
    ["admin"],
    ["/chats", "/history", "/users", "/sites", "/branding", "/audit"],
    "/chats",
  ],
] as const)("shows %j only the sections they may use", (roles, paths, home) => {
  expect(sectionsFor(roles).map(({ path }) => path)).toEqual(paths);
  expect(homeFor(roles)).toBe(home);
});
