import { expect, it } from "vitest";
import type {
  ClientId,
  MessageId,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";
import { EventRing } from "./event-ring.ts";

const anna = "anna" as PrincipalId;
const messageId = "message" as MessageId;
const at = "2026-03-02T09:00:00.000Z";

const created: TimelineEvent = {
  type: "message.created",
  seq: 1,
  at,
  actorId: anna,
  messageId,
  clientId: "client" as ClientId,
  body: "SECRET one",
};
const about = { at, actorId: anna, messageId, messageSeq: 1 };
const edited: TimelineEvent = {
  ...about,
  type: "message.edited",
  seq: 2,
  body: "SECRET two",
};
const deleted: TimelineEvent = {
  ...about,
  type: "message.deleted",
  seq: 3,
  reason: "author",
};

it("who comes back is told an edited message as it is now", () => {
  const ring = new EventRing(10);
  ring.add([created]);
  ring.add([edited]);
  expect(ring.after(0, 10)).toEqual([
    { ...created, body: "SECRET two", editedAt: at },
    edited,
  ]);
});

it("of a deleted message memory keeps no word, and what others were handed stays as it was", () => {
  const ring = new EventRing(10);
  ring.add([created, edited]);
  const handed = ring.after(0, 10);
  const before = ring.weightBytes;
  ring.add([deleted]);
  expect(JSON.stringify(ring.after(0, 10))).not.toContain("SECRET");
  expect(JSON.stringify(handed)).toContain("SECRET");
  expect(ring.weightBytes).toBeLessThan(before + 400);
});
