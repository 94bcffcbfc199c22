import type {
  ClientId,
  ConversationId,
  FileId,
  MessageCreated,
  MessageId,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { isEntry } from "@veche/realtime-client";
import type { Scheduled, Sent } from "../record.ts";
import { violationsOfCommonCondition } from "./after-every-fault.ts";
import type { Evidence, Membership, StoredFile } from "./evidence.ts";

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

const in_ = (principalId: PrincipalId): Membership => ({
  conversationId: room,
  principalId,
});
const changed = (seq: number, clientId: string) => ({
  seq,
  at,
  actorId: anna,
  messageId: id<MessageId>(`m-${clientId}`),
  messageSeq: 1,
});
const later = (state: Scheduled["state"]): Scheduled => ({
  clientId: id<ClientId>("later"),
  conversationId: room,
  authorId: anna,
  bodies: ["hello"],
  state,
});
const waiting = {
  kind: "waits",
  scheduledId: id<MessageId>("m-later"),
} as const;
const stored = (change: Partial<StoredFile> = {}): StoredFile => ({
  fileId: id<FileId>("file"),
  state: "ready",
  receivedBytes: 10,
  sizeBytes: 10,
  heldBytes: 10,
  sha256: "right",
  ...change,
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
        mentionCount: 0,
      },
      {
        conversationId: room,
        principalId: anna,
        deliveredTo: 4,
        readTo: 4,
        unreadCount: 0,
        mentionCount: 0,
      },
    ],
    deeds: [],
    scheduled: [],
    complaints: [],
    outsiders: [],
    firstMembers: [in_(anna), in_(boris)],
    members: [in_(anna), in_(boris)],
    reactions: [],
    refusedLater: [],
    files: [],
    strayFiles: [],
    unsent: [],
    endedLines: [],
    isAuditChainIntact: true,
    memory: { normalBytes: 100, highestBytes: 180 },
    ...change,
  };
}
const withLog = (
  log: readonly TimelineEvent[],
  change: Partial<Evidence> = {},
): Evidence =>
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
    ...change,
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
    [
      "a bubble that says sending",
      goodRound({ unsent: ["ann: 1 waiting"] }),
      /still wait/,
    ],
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
            mentionCount: 0,
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
            mentionCount: 0,
          },
        ],
      }),
      /stand behind/,
    ],
    [
      "a mention that is not counted",
      withLog(
        [
          {
            ...message(1, "a"),
            mentions: [{ kind: "all", from: 0, to: 4 }],
          },
        ],
        {
          counters: [
            {
              conversationId: room,
              principalId: boris,
              deliveredTo: 0,
              readTo: 0,
              unreadCount: 1,
              mentionCount: 0,
            },
          ],
        },
      ),
      /is named 1 times/,
    ],
    [
      "an acked edit that is lost",
      goodRound({
        deeds: [
          {
            kind: "edited",
            conversationId: room,
            messageId: id<MessageId>("m-a"),
            actorId: anna,
            body: "other",
            seq: 5,
          },
        ],
      }),
      /acked edit of m-a is not at 5/,
    ],
    [
      "a message that says what an earlier edit said",
      withLog([
        { ...message(1, "a", "first"), editedAt: at },
        { ...changed(2, "a"), type: "message.edited", body: "first" },
        { ...changed(3, "a"), type: "message.edited", body: "second" },
      ]),
      /not say what its last edit said/,
    ],
    [
      "an edit that the message hides",
      withLog([
        message(1, "a"),
        { ...changed(2, "a"), type: "message.edited", body: "hello" },
      ]),
      /hides that it was edited/,
    ],
    [
      "an acked deletion that is lost",
      goodRound({
        deeds: [
          {
            kind: "deleted",
            conversationId: room,
            messageId: id<MessageId>("m-a"),
            actorId: anna,
          },
        ],
      }),
      /acked deletion of m-a is lost/,
    ],
    [
      "words of a deleted message",
      withLog([
        message(1, "a"),
        { ...changed(2, "a"), type: "message.deleted", reason: "author" },
      ]),
      /words of the deleted m-a stand at 1/,
    ],
    [
      "an acked reaction that is lost",
      goodRound({
        deeds: [
          {
            kind: "reacted",
            conversationId: room,
            messageId: id<MessageId>("m-a"),
            actorId: boris,
            emoji: "👍",
            isSet: true,
          },
        ],
      }),
      /acked reaction to m-a is lost/,
    ],
    [
      "a reaction that the table does not have",
      withLog([
        {
          ...message(1, "a"),
          reactions: [{ emoji: "👍", count: 1, principalIds: [anna] }],
        },
        {
          ...changed(2, "a"),
          type: "reaction.changed",
          emoji: "👍",
          isSet: true,
          count: 1,
        },
      ]),
      /is shown and not kept/,
    ],
    [
      "a member of whom the log does not know",
      goodRound({ members: [in_(anna)] }),
      /boris in room by the log, not by the table/,
    ],
    [
      "somebody who is out and reads on",
      goodRound({
        outsiders: [
          {
            who: "vera/0",
            conversationId: room,
            isRefused: false,
            isListed: true,
            heldPastLeaving: 2,
          },
        ],
      }),
      /out of room and reads it\n.*in the list\n.*holds 2 later/,
    ],
    [
      "a message for later that is lost",
      goodRound({ scheduled: [later(waiting)] }),
      /later is lost/,
    ],
    [
      "a message for later that was sent twice",
      withLog([message(1, "later"), message(2, "later")], {
        scheduled: [later(waiting)],
      }),
      /later was sent 2 times/,
    ],
    [
      "a message that was taken back and sent",
      withLog([message(1, "later")], {
        scheduled: [
          later({ kind: "taken_back", scheduledId: waiting.scheduledId }),
        ],
      }),
      /taken back and sent/,
    ],
    [
      "a file of which a part is missing",
      goodRound({ files: [stored({ heldBytes: 9 })] }),
      /file file has 9 of its 10 bytes/,
    ],
    [
      "an upload that lost acknowledged bytes",
      goodRound({ files: [stored({ state: "uploading", heldBytes: 9 })] }),
      /lost bytes/,
    ],
    [
      "a file left over",
      goodRound({ strayFiles: ["x/part"] }),
      /x\/part lies about/,
    ],
    [
      "a refusal for no reason",
      goodRound({
        complaints: ["message.edit was refused with auth.required"],
      }),
      /refused with auth.required/,
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
