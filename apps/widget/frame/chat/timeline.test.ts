import type {
  ClientId,
  Member,
  MessageCreated,
  MessageId,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";
import type { OutboxMessage } from "@veche/realtime-client";
import { describe, expect, test } from "vitest";
import { idOf, me, operator } from "../testing/builders.ts";
import { widgetTranslator } from "../texts/translator.ts";
import { timelineOf, type TimelineFacts } from "./timeline.ts";

const translator = widgetTranslator("en", "UTC");
const todayAt = Date.parse("2026-03-02T18:00:00.000Z");

const message = (
  seq: number,
  actorId: PrincipalId | null,
  changes: Partial<MessageCreated> = {},
): MessageCreated => ({
  type: "message.created",
  seq,
  at: "2026-03-02T10:05:00.000Z",
  actorId,
  messageId: idOf<MessageId>(`message-${seq}`),
  clientId: idOf<ClientId>(`client-${seq}`),
  body: `text ${seq}`,
  ...changes,
});
const member = (
  principalId: PrincipalId,
  changes: Partial<Member> = {},
): Member => ({
  principalId,
  kind: principalId === me ? "customer" : "user",
  name: principalId === me ? "Guest" : "Anna Belova",
  role: "member",
  deliveredTo: 0,
  readTo: 0,
  ...changes,
});
const unsent = (
  state: OutboxMessage["state"],
  clientId = "waiting",
): OutboxMessage => ({
  kind: "message",
  clientId: idOf<ClientId>(clientId),
  conversationId: idOf("conversation"),
  body: "on its way",
  writtenAt: todayAt,
  state,
});
const itemsOf = (changes: Partial<TimelineFacts>) =>
  timelineOf({
    events: [],
    unsent: [],
    members: [member(me), member(operator)],
    reached: { deliveredTo: 0, readTo: 0 },
    me,
    todayAt,
    translator,
    ...changes,
  });
const deliveries = (changes: Partial<TimelineFacts>) =>
  itemsOf(changes).flatMap((item) =>
    item.kind === "message" ? [item.delivery?.kind ?? null] : [],
  );

describe("messages", () => {
  test("stand under their day with time and side", () => {
    expect(itemsOf({ events: [message(1, me), message(2, operator)] })).toEqual(
      [
        { kind: "day", key: "day Today", text: "Today" },
        {
          kind: "message",
          key: "client-1",
          isMine: true,
          author: null,
          body: "text 1",
          time: "10:05",
          delivery: { kind: "sent" },
          clientId: null,
        },
        {
          kind: "message",
          key: "client-2",
          isMine: false,
          author: "Anna Belova",
          body: "text 2",
          time: "10:05",
          delivery: null,
          clientId: null,
        },
      ],
    );
  });

  test("name their author once in a run", () => {
    const items = itemsOf({
      events: [
        message(1, operator),
        message(2, operator),
        message(3, me),
        message(4, operator),
      ],
    });
    expect(
      items.flatMap((item) => (item.kind === "message" ? [item.author] : [])),
    ).toEqual(["Anna Belova", null, null, "Anna Belova"]);
  });

  test("keep the name of somebody who has left", () => {
    const left: TimelineEvent = {
      type: "member.left",
      seq: 2,
      at: "2026-03-02T10:06:00.000Z",
      actorId: null,
      principalId: operator,
      name: "Anna Belova",
    };
    const items = itemsOf({
      events: [message(1, operator), left],
      members: [member(me)],
    });
    expect(items[1]).toMatchObject({ author: "Anna Belova" });
  });

  test("of yesterday and before stand under those days", () => {
    const events = [
      message(1, me, { at: "2026-02-20T10:00:00.000Z" }),
      message(2, me, { at: "2026-03-01T10:00:00.000Z" }),
      message(3, me),
    ];
    expect(
      itemsOf({ events }).flatMap((item) =>
        item.kind === "day" ? [item.text] : [],
      ),
    ).toEqual(["20 February 2026", "Yesterday", "Today"]);
  });
});

describe("how far mine got", () => {
  const events = [message(1, me), message(2, me), message(3, me)];

  test("follows the furthest of the others", () => {
    const reached = { deliveredTo: 2, readTo: 1 };
    expect(deliveries({ events, reached })).toEqual([
      "read",
      "delivered",
      "sent",
    ]);
  });

  test("is told of what has not left yet, and of a refusal with its code", () => {
    const waiting = [
      unsent({ kind: "waiting" }, "a"),
      unsent({ kind: "sending" }, "b"),
      unsent({ kind: "sent", seq: 4 }, "c"),
    ];
    expect(deliveries({ unsent: waiting })).toEqual([
      "waiting",
      "waiting",
      "sent",
    ]);
    const items = itemsOf({
      unsent: [unsent({ kind: "refused", code: "conversation.closed" })],
    });
    expect(items.at(-1)).toMatchObject({
      delivery: { kind: "refused", code: "conversation.closed" },
      clientId: "waiting",
    });
  });

  test("a message that is in the log is not shown a second time from the outbox", () => {
    expect(
      deliveries({
        events: [message(1, me)],
        unsent: [unsent({ kind: "sending" }, "client-1")],
      }),
    ).toEqual(["sent"]);
  });
});

describe("what happened", () => {
  const logged = { seq: 1, at: "2026-03-02T10:05:00.000Z" };
  const notes = (...events: readonly TimelineEvent[]) =>
    itemsOf({ events }).flatMap((item) =>
      item.kind === "note" ? [item.text] : [],
    );

  test("is told in words for the customer", () => {
    expect(
      notes(
        {
          ...logged,
          type: "request.created",
          actorId: me,
          requestId: idOf("r"),
          kind: "video",
        },
        {
          ...logged,
          type: "request.accepted",
          actorId: operator,
          requestId: idOf("r"),
          operatorName: "Anna Belova",
        },
        {
          ...logged,
          type: "call.ended",
          actorId: me,
          callId: idOf("c"),
          reason: "hung_up",
          durationMs: 125_000,
        },
        {
          ...logged,
          type: "request.ended",
          actorId: me,
          requestId: idOf("r"),
          reason: "operator_lost",
        },
      ),
    ).toEqual([
      "You asked for a video call",
      "Anna Belova is with you",
      "The call ended, 2 mins 5 secs",
      "The line to our colleague was lost. Write again and someone else will answer.",
    ]);
  });

  test.each([
    ["unanswered", "Nobody answered"],
    ["declined", "The call was declined"],
    ["hung_up", "The call did not take place"],
  ] as const)("a call nobody was live in (%s) says why", (reason, words) => {
    const ended: TimelineEvent = {
      ...logged,
      type: "call.ended",
      actorId: null,
      callId: idOf("c"),
      reason,
      durationMs: 0,
    };
    expect(notes(ended)).toEqual([words]);
  });

  test("joining, leaving and receipts go without saying", () => {
    expect(
      notes(
        {
          ...logged,
          type: "member.joined",
          actorId: null,
          member: member(operator),
        },
        {
          ...logged,
          type: "member.left",
          actorId: null,
          principalId: operator,
          name: "Anna",
        },
        {
          ...logged,
          type: "receipt.moved",
          actorId: operator,
          deliveredTo: 1,
          readTo: 1,
        },
        {
          ...logged,
          type: "request.created",
          actorId: operator,
          requestId: idOf("r"),
          kind: "video",
        },
      ),
    ).toEqual([]);
  });
});
