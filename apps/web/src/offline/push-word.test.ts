import { expect, it } from "vitest";
import { readPush } from "./push-word.ts";

const word = {
  title: "Anna",
  body: "Hello",
  tag: "room",
  path: "/chats/1",
  isSilent: false,
};

it("a push says what is shown and which page it opens", () => {
  expect(readPush(word)).toEqual(word);
});

it.each([
  null,
  "text",
  { ...word, title: 5 },
  { ...word, path: "https://else.example/" },
  { ...word, path: "//else.example/" },
  { ...word, path: "/\\else.example" },
])("anything else is not shown: %j", (data) => {
  expect(readPush(data)).toBeNull();
});
