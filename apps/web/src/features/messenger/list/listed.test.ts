import { describe, expect, it } from "vitest";
import { anna, conversation, mine } from "../conversation.fixture.ts";
import {
  applicationsIn,
  listed,
  unreadTotals,
  type ListFilter,
} from "./listed.ts";

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

describe("conversations about objects of business applications (E4)", () => {
  const about = (application: string, id: string, unreadCount = 0) =>
    conversation(`${application} ${id}`, {
      kind: "context",
      object: { application, type: "order", id },
      unreadCount,
    });
  const member = {
    principalId: anna,
    kind: "application" as const,
    name: "Accounts",
    role: "owner" as const,
    deliveredTo: 0,
    readTo: 0,
  };
  const theirs = [
    about("shop", "1", 2),
    { ...about("accounts", "7"), members: [member] },
    about("shop", "2"),
    conversation("Launch"),
  ];

  it("are counted by application, under the name they go by", () => {
    expect(applicationsIn(theirs)).toEqual([
      { key: "accounts", name: "Accounts", unread: 0 },
      { key: "shop", name: "shop", unread: 1 },
    ]);
  });

  it("are listed by themselves when their application is chosen", () => {
    const filter = { kind: "application", key: "shop" } as const;
    expect(
      listed(theirs, { filter, text: "" }, reader).map(({ id }) => id),
    ).toEqual(["shop 1", "shop 2"]);
  });
});
