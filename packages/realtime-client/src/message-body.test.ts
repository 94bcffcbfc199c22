import { expect, it } from "vitest";
import { messageBodyOf } from "./message-body.ts";

it.each([
  ["hello \n", "hello"],
  ["\n\n  const a = 1;\n", "  const a = 1;"],
  ["a\r\nb\rc", "a\nb\nc"],
  ["a\tb\u0000c\u001bd\u007fe\u0085f", "a\tbcdef"],
  [" \n\t ", ""],
  ["<b>'; drop table--</b>", "<b>'; drop table--</b>"],
])("%j is sent as %j", (typed, body) => {
  expect(messageBodyOf(typed)).toEqual({ body, excess: 0 });
});

it("writes a letter with its accent as one, as the server does", () => {
  expect(messageBodyOf("и\u0306").body).toBe("й");
});

it("counts what is too much", () => {
  expect(messageBodyOf("x".repeat(8002)).excess).toBe(2);
  expect(messageBodyOf("x".repeat(8000)).excess).toBe(0);
});
