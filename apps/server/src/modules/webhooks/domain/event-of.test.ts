import { Value } from "typebox/value";
import { expect, it } from "vitest";
import {
  offerOutcomes,
  requestEndReasons,
  webhookEventData,
  webhookEventTypes,
  type DurableEvent,
  type WebhookEventType,
} from "@veche/contracts";
import { eventOf } from "./event-of.ts";

// One id stands for all: what is looked at is which of them are told.
const id = "0190a000-0000-7000-8000-0000000000aa" as never;
const offer = { offerId: id, requestId: id, operatorId: id };
const rating = {
  ...{ requestId: id, operatorId: id },
  ...{ people: 5, technology: null, hasComment: true },
};
const consent = {
  recordingId: id,
  principalId: id,
  purpose: "quality",
  textVersion: 1,
} as const;

const facts: readonly DurableEvent[] = [
  { type: "call.started", callId: id, conversationId: id, media: "audio" },
  {
    ...{ type: "call.ended", callId: id, conversationId: id },
    ...{ reason: "hung_up", durationMs: 61_000 },
  },
  {
    ...{ type: "request.created", requestId: id, queueId: id },
    ...{ customerId: id, kind: "video" },
  },
  { type: "request.accepted", requestId: id, operatorId: id, waitedMs: 4000 },
  {
    ...{ type: "request.transferred", requestId: id },
    ...{ fromOperatorId: id, toOperatorId: id },
  },
  ...requestEndReasons.map((reason): DurableEvent => ({
    type: "request.ended",
    requestId: id,
    reason,
  })),
  { type: "rating.given", ...rating },
  { type: "rating.changed", ...rating },
  { type: "offer.made", ...offer },
  ...offerOutcomes.map((outcome): DurableEvent => ({
    type: "offer.closed",
    ...offer,
    outcome,
  })),
  {
    type: "operator.state_changed",
    operatorId: id,
    from: "available",
    to: "ringing",
  },
  {
    ...{ type: "recording.started", recordingId: id, callId: id },
    ...{ conversationId: id, purposes: "quality,training" },
  },
  {
    ...{ type: "recording.ended", recordingId: id, callId: id },
    ...{ conversationId: id, reason: "stopped", durationMs: 60_000 },
  },
  { type: "consent.given", ...consent },
  { type: "consent.refused", ...consent },
  { type: "consent.withdrawn", ...consent },
  { type: "conference.planned", conferenceId: id, conversationId: id },
  { type: "conference.changed", conferenceId: id, fields: "title" },
  { type: "conference.cancelled", conferenceId: id },
  { type: "context.opened", applicationId: id, conversationId: id },
];

it("every event of the catalogue comes of some fact, and says what its schema says", () => {
  const told = new Set<WebhookEventType>();
  for (const fact of facts) {
    const event = eventOf(fact);
    expect(event, fact.type).toBeDefined();
    if (event === undefined) continue;
    told.add(event.type);
    const issues = Value.Errors(webhookEventData[event.type], event.data);
    expect([...issues], event.type).toEqual([]);
  }
  expect([...told].sort()).toEqual([...webhookEventTypes].sort());
});

it("a request that nobody took left the queue; one that was taken ended", () => {
  const nameOf = (reason: (typeof requestEndReasons)[number]) =>
    eventOf({ type: "request.ended", requestId: id, reason })?.type;
  expect(
    requestEndReasons.filter((one) => nameOf(one) === "queue.left"),
  ).toEqual(["abandoned", "customer_lost", "unanswered", "declined"]);
});

it("sign-ins, rights and people are nobody's business outside", () => {
  expect(
    eventOf({ type: "user.disabled", userId: id }) ??
      eventOf({ type: "password.changed", userId: id }) ??
      eventOf({ type: "customer.viewed", customerId: id }),
  ).toBeUndefined();
});
