import { expect, it } from "vitest";
import { forbiddenWordsIn } from "./words.ts";

// Written in two halves, so that this file does not hold what it looks for.
it.each([
  ["/ho" + "me/anna/veche"],
  ["cd /tm" + "p/veche-data"],
  ['"resolved": "http' + 's://example.org/a.tgz"'],
  ["https://registry.npm" + "js.org/ws"],
  ["This page is coming " + "soon"],
  ["it.on" + "ly('rings', run)"],
  ["<<<<" + "<<< ours"],
])("%s is found", (line) => {
  expect(forbiddenWordsIn("a.ts", `fine\n${line}`)).toHaveLength(1);
});

it.each([
  "https://example.org/ho" + "me/page",
  "./data/ho" + "me",
  "apps/wo" + "rk/x",
  "`${root}/tm" + "p/file`",
])("%s is left alone", (line) => {
  expect(forbiddenWordsIn("a.ts", line)).toEqual([]);
});
