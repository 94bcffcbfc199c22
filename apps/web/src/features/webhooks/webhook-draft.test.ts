import { expect, it } from "vitest";
import { draftOf, fieldsOf, problemsOf } from "./webhook-draft.ts";

const draft = { ...draftOf(undefined), url: " https://crm.example.com/veche " };

it("a new webhook is told everything", () => {
  expect(problemsOf(draft)).toEqual({});
  expect(fieldsOf(draft)).toEqual({
    url: "https://crm.example.com/veche",
    description: "",
    eventTypes: [],
  });
});

it("who wants only some events chooses at least one; they go in the catalogue's order", () => {
  const some = { ...draft, hearsAll: false };
  expect(problemsOf(some)).toEqual({ eventTypes: "hooks.noEvents" });
  expect(
    fieldsOf({ ...some, eventTypes: ["queue.left", "call.ended"] }).eventTypes,
  ).toEqual(["call.ended", "queue.left"]);
});

it.each(["", "crm.example.com", "ftp://crm.example.com/"])(
  "%j is no address to post to",
  (url) => {
    expect(problemsOf({ ...draft, url })).toEqual({ url: "hooks.urlInvalid" });
  },
);
