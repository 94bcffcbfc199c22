import { describe, expect, it } from "vitest";
import { anna, conversation, mine } from "../conversation.fixture.ts";
import { listed, unreadTotals, type ListFilter } from "./listed.ts";

const reader = {
  me: anna,
  words: { notes: "My notes", untitled: "Untitled" },
  openId: undefined,
};
const all = [
  conversation("Launch", { unreadCount: 3, mentionCount: 1 }),
  conversation("Ёлки и отчёты", { unreadCount: 1 }),
  conversation("Old", { mine: mine({ isArchived: true }) }),
  conversation("with Boris", { kind: "direct", title: null }),
  conversation("customer", { kind: "support", unreadCount: 5 }),
];
const ids = (filter: ListFilter, text = "", openId?: string) =>
  listed(all, { filter, text }, { ...reader, openId }).map(({ id }) => id);

describe("the list of conversations", () => {
  it("leaves the archive and customers' conversations to their own places", () => {
    expect(ids({ kind: "all" })).toEqual([
      "Launch",
      "Ёлки и отчёты",
      "with Boris",
    ]);
    expect(ids({ kind: "archive" })).toEqual(["Old"]);
  });

  it("keeps the open conversation among the unread while it is read", () => {
    expect(ids({ kind: "unread" }, "", "with Boris")).toEqual([
      "Launch",
      "Ёлки и отчёты",
      "with Boris",
    ]);
    expect(ids({ kind: "mentions" })).toEqual(["Launch"]);
  });

  it("finds by the starts of words, whether ё is written or not, in the archive too", () => {
    expect(ids({ kind: "unread" }, "отчет елк")).toEqual(["Ёлки и отчёты"]);
    expect(ids({ kind: "all" }, "cla")).toEqual(["with Boris"]);
    expect(ids({ kind: "all" }, "ol")).toEqual(["Old"]);
  });

  it("counts conversations, not messages, and no customers'", () => {
    expect(unreadTotals(all)).toEqual({ unread: 2, mentions: 1 });
  });
});
