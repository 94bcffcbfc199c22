import { expect, it } from "vitest";
import { tidyBody } from "./message-body.ts";

const tidied = (typed: string) => {
  const tidy = tidyBody(typed);
  return tidy.ok ? tidy.body : tidy.reason;
};

it("a text stays as typed", () => {
  for (const text of [
    "hi",
    " two  spaces ",
    "a\n\tb\n",
    "Привет, 你好 👩‍👩‍👧 <script>",
  ]) {
    expect(tidied(text)).toBe(text);
  }
});

it("the same letters are the same text, however they were put together", () => {
  expect(tidied("e\u0301")).toBe("\u00e9");
  expect(tidied("и\u0306")).toBe("й");
});

it("lines end with a line feed alone", () => {
  expect(tidied("a\r\nb\rc\nd")).toBe("a\nb\nc\nd");
});

it("what nobody can see is dropped", () => {
  expect(tidied("a\u0000b\u0007c\u000bd\u007fe\u0085f")).toBe("abcdef");
  expect(tidied("half \ud800 pair")).toBe("half \ufffd pair");
});

it("a text with nothing to read is refused", () => {
  for (const text of ["", "  \n\t ", "\u0000\u0007", "\u00a0\u2003"]) {
    expect(tidied(text)).toBe("blank");
  }
});

it("a text that grows too long by normalisation is refused", () => {
  expect(tidied("a".repeat(8000))).toHaveLength(8000);
  expect(tidied("\u0958".repeat(8000))).toBe("too_long");
});
