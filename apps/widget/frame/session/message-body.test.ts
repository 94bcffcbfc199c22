import { expect, test } from "vitest";
import { messageBodyOf } from "./message-body.ts";

test.each([
  ["  hello \n", "hello"],
  ["a\r\nb\rc", "a\nb\nc"],
  ["a\tb\u0000c\u001bd\u007fe", "a\tbcde"],
  ["и\u0306", "й"],
  [" \n\t ", ""],
  ["<b>'; drop table--</b>", "<b>'; drop table--</b>"],
])("%j is sent as %j", (typed, body) => {
  expect(messageBodyOf(typed)).toBe(body);
});
