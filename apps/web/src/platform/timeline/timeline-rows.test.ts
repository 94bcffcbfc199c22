import type {
  ClientId,
  ConversationId,
  CustomerId,
  Member,
  MessageId,
  PrincipalId,
  TimelineEvent,
  UserId,
} from "@veche/contracts";
import type { OutboxMessage } from "@veche/realtime-client";
import { describe, expect, it } from "vitest";
import { timelineRows, type TimelineRow } from "./timeline-rows.ts";

const customer = "customer" as CustomerId;
const operator = "operator" as UserId;

const member = (
  principalId: PrincipalId,
  deliveredTo: number,
  readTo: number,
): Member => ({
  principalId,
  kind: principalId === customer ? "customer" : "user",
  name: principalId === customer ? "Ирина" : "Олег",
  role: "member",
  deliveredTo,
  readTo,
});

const message = (
  seq: number,
  actorId: PrincipalId,
  minute = seq,
): TimelineEvent => ({
  type: "message.created",
  seq,
  at: `2025-11-21T10:${String(minute).padStart(2, "0")}:00.000Z`,
  actorId,
  messageId: `m${String(seq)}` as MessageId,
  clientId: `c${String(seq)}` as ClientId,
  body: `text ${String(seq)}`,
});

const unsent = (id: string, state: OutboxMessage["state"]): OutboxMessage => ({
  kind: "message",
  clientId: id as ClientId,
  conversationId: "conversation" as ConversationId,
  body: "on its way",
  writtenAt: 0,
  state,
});

const deliveries = (rows: readonly TimelineRow[]) =>
  rows.map((row) =>
    row.kind === "message"
      ? (row.delivery?.kind ?? "customer's")
      : row.event.type,
  );

describe("the timeline as the staff see it", () => {
  it("shows how far each message of the operator has come", () => {
    const rows = timelineRows({
      events: [
        message(1, operator),
        message(2, operator),
        message(3, operator),
        message(4, customer),
      ],
      members: [member(customer, 2, 1), member(operator, 4, 4)],
      customerId: customer,
    });
    expect(deliveries(rows)).toEqual([
      "read",
      "delivered",
      "sent",
      "customer's",
    ]);
  });

  it("puts what has not left yet last, and not twice when it has arrived", () => {
    const rows = timelineRows({
      events: [message(1, operator)],
      members: [member(operator, 1, 1)],
      customerId: customer,
      unsent: [
        unsent("c1", { kind: "sent", seq: 1 }),
        unsent("c9", { kind: "sending" }),
        unsent("c10", { kind: "refused", code: "conversation.closed" }),
      ],
    });
    expect(deliveries(rows)).toEqual(["sent", "waiting", "refused"]);
  });

  it("draws a message without its author's name when it follows closely", () => {
    const rows = timelineRows({
      events: [
        message(1, customer, 1),
        message(2, customer, 2),
        message(3, customer, 30),
        message(4, operator, 30),
      ],
      members: [member(customer, 0, 0), member(operator, 0, 0)],
      customerId: customer,
    });
    expect(
      rows.map((row) => row.kind === "message" && row.isContinued),
    ).toEqual([false, true, false, false]);
  });

  it("keeps the name of an operator who has left", () => {
    const rows = timelineRows({
      events: [
        {
          type: "member.joined",
          seq: 1,
          at: "2025-11-21T10:00:00.000Z",
          actorId: null,
          member: member(operator, 0, 0),
        },
        message(2, operator),
        {
          type: "receipt.moved",
          seq: 3,
          at: "2025-11-21T10:03:00.000Z",
          actorId: customer,
          deliveredTo: 2,
          readTo: 2,
        },
        {
          type: "member.left",
          seq: 4,
          at: "2025-11-21T10:04:00.000Z",
          actorId: null,
          principalId: operator,
          name: "Олег",
        },
      ],
      members: [member(customer, 2, 2)],
      customerId: customer,
    });
    expect(rows[0]).toMatchObject({
      authorName: "Олег",
      delivery: { kind: "read" },
    });
    expect(deliveries(rows)).toEqual(["read"]);
  });
});
