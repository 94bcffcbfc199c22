import type { RequestId, TimelineEvent } from "@veche/contracts";
import { expect, it } from "vitest";
import { sessionEvents } from "./session-events.ts";

const first = "first" as RequestId;
const second = "second" as RequestId;
const logged = (seq: number) => ({
  seq,
  at: "2025-11-21T10:00:00.000Z",
  actorId: null,
});
const created = (seq: number, requestId: RequestId): TimelineEvent => ({
  ...logged(seq),
  type: "request.created",
  requestId,
  kind: "chat",
});
const ended = (seq: number, requestId: RequestId): TimelineEvent => ({
  ...logged(seq),
  type: "request.ended",
  requestId,
  reason: "completed",
});
const accepted = (seq: number, requestId: RequestId): TimelineEvent => ({
  ...logged(seq),
  type: "request.accepted",
  requestId,
  operatorName: "Олег",
});

const log = [
  created(1, first),
  accepted(2, first),
  ended(3, first),
  created(4, second),
  accepted(5, second),
];

it("shows of a customer's conversation the session that was asked for", () => {
  expect(sessionEvents(log, first).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

it("shows a session that goes on up to now", () => {
  expect(sessionEvents(log, second).map(({ seq }) => seq)).toEqual([4, 5]);
});

it("shows nothing of a session whose beginning is not there", () => {
  expect(sessionEvents(log.slice(1), first)).toEqual([]);
});
