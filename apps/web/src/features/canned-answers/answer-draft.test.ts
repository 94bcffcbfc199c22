import { describe, expect, it } from "vitest";
import { draftOf, fieldsOf, problemsOf } from "./answer-draft.ts";

const hello = { title: "Greeting", shortcut: "hello", text: "Hello!" };

describe("the form of a canned answer", () => {
  it("wants a title, a shortcut of one word and a text", () => {
    expect(problemsOf(draftOf(undefined))).toEqual({
      title: "canned.titleMissing",
      shortcut: "canned.shortcutInvalid",
      text: { key: "canned.textMissing" },
    });
    expect(problemsOf({ ...hello, shortcut: "two words" })).toEqual({
      shortcut: "canned.shortcutInvalid",
    });
    expect(problemsOf(hello)).toEqual({});
  });

  it("names a variable that does not exist", () => {
    expect(problemsOf({ ...hello, text: "Order {{ order.id }}" })).toEqual({
      text: { key: "canned.variableUnknown", name: "{{order.id}}" },
    });
  });

  it("takes no more than 4,000 characters", () => {
    expect(problemsOf({ ...hello, text: "a".repeat(4000) })).toEqual({});
    expect(problemsOf({ ...hello, text: "a".repeat(4001) })).toEqual({
      text: { key: "canned.textTooLong" },
    });
  });

  it("takes the shortcut with its slash too", () => {
    expect(fieldsOf({ ...hello, shortcut: " /Hello " })).toEqual(hello);
  });
});
