import { expect, test } from "vitest";
import {
  entryAfter,
  type ClientId,
  type MessageId,
  type PrincipalId,
  type TimelineEntry,
} from "@veche/contracts";
import { HeldRanges } from "./held-ranges.ts";

const actorId = "anna" as PrincipalId; // never compared as a UUID
const messageId = "message" as MessageId; // never compared as a UUID
const clientId = "client" as ClientId; // never compared as a UUID
const at = "2026-03-02T09:00:00.000Z";

test("of a deleted message nothing is left, not even where it was pinned, far from it", () => {
  const message: TimelineEntry = {
    type: "message.created",
    ...{ seq: 1, at, actorId, messageId, clientId },
    body: "SECRET",
  };
  const pin: TimelineEntry = {
    type: "message.pinned",
    ...{ seq: 90, at, actorId, messageId, messageSeq: 1 },
    isPinned: true,
    excerpt: "SECRET",
  };
  const ranges = new HeldRanges();
  ranges.add({ fromSeq: 1, toSeq: 1, entries: [message] });
  ranges.add({ fromSeq: 90, toSeq: 90, entries: [pin] });
  ranges.amend(
    {
      type: "message.deleted",
      ...{ seq: 91, at, actorId, messageId, messageSeq: 1 },
      reason: "author",
    },
    entryAfter,
  );
  expect(ranges.all.flatMap(({ entries }) => entries)).toEqual([
    { ...message, body: "", deletedAt: at },
    { ...pin, excerpt: "" },
  ]);
});
