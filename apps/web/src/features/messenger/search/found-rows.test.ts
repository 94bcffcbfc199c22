import type {
  ConversationId,
  MessageId,
  PrincipalId,
  SearchAnswer,
  UserId,
} from "@veche/contracts";
import { expect, it } from "vitest";
import { conversation } from "../conversation.fixture.ts";
import { foundSections, withPage } from "./found-rows.ts";

const nameOf = (id: string) => `room ${id}`;
const answer: SearchAnswer = {
  messages: [
    {
      conversationId: "a" as ConversationId,
      conversationTitle: null,
      messageId: "m" as MessageId,
      seq: 7,
      authorId: "boris" as PrincipalId,
      authorName: "Boris",
      at: "2026-11-20T10:00:00.000Z",
      snippet: {
        text: "the plan",
        highlights: [{ from: 4, to: 8 }],
        hasMoreBefore: false,
        hasMoreAfter: false,
      },
    },
  ],
  files: [],
  people: [
    {
      id: "boris" as UserId,
      name: "Boris",
      detail: "sales",
      photoId: null,
      isDisabled: false,
    },
  ],
  conversations: [
    {
      conversationId: "a" as ConversationId,
      kind: "group",
      title: "A",
      highlights: [],
    },
    {
      conversationId: "b" as ConversationId,
      kind: "group",
      title: "B",
      highlights: [],
    },
  ],
  objects: [],
  nextMessages: null,
  nextFiles: null,
};

it("shows what is known here before the server has answered", () => {
  const [section] = foundSections([conversation("a")], undefined, nameOf);
  expect(section).toMatchObject({
    kind: "conversations",
    rows: [{ title: "room a" }],
  });
});

it("names a conversation once, and leads to the very message", () => {
  const sections = foundSections([conversation("a")], answer, nameOf);
  expect(sections.map(({ kind, rows }) => [kind, rows.length])).toEqual([
    ["conversations", 2],
    ["people", 1],
    ["messages", 1],
  ]);
  expect(sections[2]?.rows[0]).toMatchObject({
    title: "Boris · room a",
    destination: { kind: "conversation", conversationId: "a", seq: 7 },
  });
});

it("a kind of which the server has more ends with a row that asks for it, until its last page", () => {
  const moreOf = (said: SearchAnswer) =>
    foundSections([], said, nameOf).map(({ kind, rows, more }) => [
      kind,
      rows.length,
      more?.destination ?? null,
    ]);
  const first = { ...answer, nextMessages: "next" };
  expect(moreOf(first)).toContainEqual([
    "messages",
    1,
    { kind: "more", of: "messages" },
  ]);
  const both = withPage(first, "messages", answer);
  expect(moreOf(both)).toContainEqual(["messages", 2, null]);
  expect(moreOf(both)).toContainEqual(["people", 1, null]);
});
