import { expect, it } from "vitest";
import { tokensCss } from "./tokens-css.ts";

it("gives every colour role in both schemes, with the reader's system deciding until the page does", () => {
  const css = tokensCss("#7a1fa2");
  const names = (block: string) =>
    [...block.matchAll(/(--v-[a-z-]+):/g)].map((match) => match[1]);
  const [light = "", systemDark = "", dark = ""] = css.split("\n");
  expect(systemDark).toContain("prefers-color-scheme:dark");
  expect(names(systemDark)).toEqual(names(dark));
  expect(names(light)).toEqual(expect.arrayContaining(names(dark)));
});

it("stands still for those who asked for less motion", () => {
  expect(tokensCss()).toMatch(
    /prefers-reduced-motion:reduce\)\{:root\{--v-quick:1ms;--v-calm:1ms\}/,
  );
});
