import type {
  ClientId,
  ConversationId,
  MessageCreated,
  MessageId,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { isEntry } from "@veche/realtime-client";
import type { Sent } from "../record.ts";
import { violationsOfCommonCondition } from "./after-every-fault.ts";
import type { Evidence } from "./evidence.ts";

const id = <Kind extends string>(text: string) => text as unknown as Kind;
const room = id<ConversationId>("room");
const anna = id<PrincipalId>("anna");
const boris = id<PrincipalId>("boris");
const at = "2026-03-02T09:00:00.000Z";

const message = (
  seq: number,
  clientId: string,
  body = "hello",
): MessageCreated => ({
  type: "message.created",
  seq,
  at,
  actorId: anna,
  messageId: id<MessageId>(`m-${clientId}`),
  clientId: id<ClientId>(clientId),
  body,
});
const sent = (clientId: string, outcome: Sent["outcome"]): Sent => ({
  clientId: id<ClientId>(clientId),
  conversationId: room,
  authorId: anna,
  body: "hello",
  by: "command",
  outcome,
});

/** Two acked messages, one of which nobody answered for; Boris has read the first. */
function goodRound(change: Partial<Evidence> = {}): Evidence {
  const log: readonly TimelineEvent[] = [
    message(1, "a"),
    {
      type: "receipt.moved",
      seq: 2,
      at,
      actorId: boris,
      deliveredTo: 1,
      readTo: 1,
    } as const,
    message(3, "b"),
    message(4, "c"),
  ];
  return {
    sent: [
      sent("a", { kind: "acked", seq: 1 }),
      sent("b", { kind: "acked", seq: 3 }),
      sent("c", { kind: "unknown" }),
      sent("d", { kind: "unknown" }),
    ],
    logs: new Map([[room, log]]),
    headSeqs: new Map([[room, 4]]),
    views: [
      {
        who: "boris",
        conversationId: room,
        entries: log.filter(isEntry),
      },
    ],
    counters: [
      {
        conversationId: room,
        principalId: boris,
        deliveredTo: 4,
        readTo: 1,
        unreadCount: 2,
      },
      {
        conversationId: room,
        principalId: anna,
        deliveredTo: 4,
        readTo: 4,
        unreadCount: 0,
      },
    ],
    unsentCount: 0,
    endedLines: [],
    isAuditChainIntact: true,
    memory: { normalBytes: 100, highestBytes: 180 },
    ...change,
  };
}
const withLog = (log: readonly TimelineEvent[]): Evidence =>
  goodRound({
    logs: new Map([[room, log]]),
    headSeqs: new Map([[room, log.length]]),
    views: [
      {
        who: "boris",
        conversationId: room,
        entries: log.filter(isEntry),
      },
    ],
    counters: [],
  });

describe("the common condition", () => {
  it("holds where nothing was lost or doubled", () => {
    expect(violationsOfCommonCondition(goodRound())).toEqual([]);
  });

  it.each<[string, Evidence, RegExp]>([
    [
      "an acked message that is gone",
      withLog([message(1, "a")]),
      /acked message b is lost/,
    ],
    [
      "an acked message that stands twice",
      withLog([message(1, "a"), message(2, "a"), message(3, "b")]),
      /acked message a stands 2 times/,
    ],
    [
      "an acked message in another place",
      withLog([message(1, "a"), message(2, "b")]),
      /b stands at 2, the ack said 3/,
    ],
    [
      "an acked message with another body",
      withLog([message(1, "a", "changed"), message(2, "x"), message(3, "b")]),
      /a has another body/,
    ],
    [
      "an unanswered message that stands twice",
      goodRound({
        logs: new Map([
          [
            room,
            [
              message(1, "a"),
              message(2, "c"),
              message(3, "b"),
              message(4, "c"),
            ],
          ],
        ]),
      }),
      /message c stands 2 times/,
    ],
    [
      "a refused message that stands",
      goodRound({
        sent: [sent("a", { kind: "refused", code: "request.invalid" })],
      }),
      /refused message a stands/,
    ],
    ["a message nobody sent", goodRound({ sent: [] }), /was sent by nobody/],
    [
      "a send that never ended",
      goodRound({ sent: [sent("a", { kind: "pending" })] }),
      /a never came to an end/,
    ],
    ["a bubble that says sending", goodRound({ unsentCount: 1 }), /still wait/],
    [
      "a hole in the numbers",
      withLog([message(1, "a"), message(3, "b")]),
      /has 3 in place 2/,
    ],
    [
      "a number used twice",
      withLog([message(1, "a"), message(1, "b")]),
      /has 1 in place 2/,
    ],
    [
      "a head that says otherwise",
      goodRound({ headSeqs: new Map([[room, 7]]) }),
      /its head says 7/,
    ],
    [
      "a receiver who misses one",
      goodRound({
        views: [
          { who: "boris", conversationId: room, entries: [message(1, "a")] },
        ],
      }),
      /boris holds 1 of 3/,
    ],
    [
      "a receiver who holds another order",
      goodRound({
        views: [
          {
            who: "boris",
            conversationId: room,
            entries: [message(1, "b"), message(2, "a"), message(3, "b")],
          },
        ],
      }),
      /another entry at 1/,
    ],
    [
      "an unread count that a recount denies",
      goodRound({
        counters: [
          {
            conversationId: room,
            principalId: boris,
            deliveredTo: 4,
            readTo: 1,
            unreadCount: 3,
          },
        ],
      }),
      /has 2 unread/,
    ],
    [
      "a receipt that went back",
      goodRound({
        counters: [
          {
            conversationId: room,
            principalId: boris,
            deliveredTo: 4,
            readTo: 0,
            unreadCount: 3,
          },
        ],
      }),
      /stand behind/,
    ],
    [
      "a line sent away",
      goodRound({ endedLines: ["anna/0: flood"] }),
      /anna\/0: flood/,
    ],
    [
      "a broken audit chain",
      goodRound({ isAuditChainIntact: false }),
      /audit chain/,
    ],
    [
      "memory that doubled",
      goodRound({ memory: { normalBytes: 100, highestBytes: 201 } }),
      /memory rose/,
    ],
  ])("sees %s", (_words, evidence, complaint) => {
    expect(violationsOfCommonCondition(evidence).join("\n")).toMatch(complaint);
  });
});
