import type { ClientId, ConversationId, TimelineEntry } from "@veche/contracts";
import type { OutboxMessage } from "@veche/realtime-client";
import { describe, expect, it } from "vitest";
import { anna, boris, message } from "../conversation.fixture.ts";
import { rowIndexOf, timelineRows, type TimelineRow } from "./timeline-rows.ts";

const unsent = (clientId: string): OutboxMessage => ({
  kind: "message",
  clientId: clientId as ClientId,
  conversationId: "conversation" as ConversationId,
  body: "on its way",
  writtenAt: Date.UTC(2026, 10, 20, 10, 9),
  state: { kind: "waiting" },
});

const rowsOf = (
  entries: readonly TimelineEntry[],
  unreadAfterSeq: number | null = null,
  waiting: readonly OutboxMessage[] = [],
) => timelineRows({ entries, unsent: waiting, me: anna, unreadAfterSeq });
const kinds = (rows: readonly TimelineRow[]) => rows.map(({ kind }) => kind);

describe("a timeline", () => {
  it("draws a line before each day", () => {
    const later = message(2, boris, { at: "2026-11-23T12:00:00.000Z" });
    expect(kinds(rowsOf([message(1, boris), later]))).toEqual([
      "day",
      "message",
      "day",
      "message",
    ]);
  });

  it("puts close messages of one author together, and parts them by a note", () => {
    const note: TimelineEntry = {
      type: "conversation.renamed",
      seq: 3,
      at: message(3, boris).at,
      actorId: boris,
      title: "New",
    };
    const rows = rowsOf([
      message(1, boris),
      message(2, boris),
      note,
      message(4, boris),
      message(30, boris),
    ]);
    expect(
      rows.flatMap((row) => (row.kind === "message" ? [row.isContinued] : [])),
    ).toEqual([false, true, false, false]);
  });

  it("shows where the unread begins, but never before a message of my own", () => {
    expect(kinds(rowsOf([message(1, boris), message(2, boris)], 1))).toEqual([
      "day",
      "message",
      "unread",
      "message",
    ]);
    expect(
      kinds(rowsOf([message(1, boris), message(2, anna)], 1)),
    ).not.toContain("unread");
  });

  it("keeps the row of my message the same when the server has it", () => {
    const before = rowsOf([], null, [unsent("c9")]).at(-1);
    const after = rowsOf([message(9, anna)], null, [unsent("c9")]);
    expect(after.map(({ key }) => key)).toContain(before?.key);
    expect(kinds(after)).toEqual(["day", "message"]);
  });

  it("finds the row of a position, or the next one after it", () => {
    const rows = rowsOf([message(1, boris), message(5, boris)]);
    expect([1, 3, 6].map((seq) => rowIndexOf(rows, seq))).toEqual([1, 2, -1]);
  });
});
