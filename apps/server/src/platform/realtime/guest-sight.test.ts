import { expect, it } from "vitest";
import {
  commandNames,
  guestCommands,
  type CommandName,
  type Conversation,
  type ConversationId,
  type DeviceId,
  type GuestId,
  type TimelineEvent,
} from "@veche/contracts";
import { createTestClock } from "../../../tests/clock.ts";
import { anna } from "../../../tests/http.ts";
import { systemIds } from "../ids.ts";
import { createLog } from "../log.ts";
import type { GuestPrincipal, Principal } from "../principal.ts";
import { CommandRunner } from "./command-runner.ts";
import { GuestSight, mayHear, syncFor } from "./guest-sight.ts";
import { defaultRealtimeLimits } from "./realtime-options.ts";
import { textOf, type EncodedFrame } from "./socket.ts";
import type { SyncSource } from "./sync-source.ts";

const conversationId = "0190a000-0000-7000-8000-000000000001" as ConversationId;
const olga: GuestPrincipal = {
  kind: "guest",
  id: "0190a000-0000-7000-8000-00000000000d" as GuestId,
  name: "Olga",
  language: "en",
  ...{ conversationId, seesAfterSeq: 5 },
};

/** What a socket of theirs is answered to a command without parameters, of a server that would do anything. */
async function answerTo(name: CommandName, principal: Principal) {
  const told: string[] = [];
  const runner = new CommandRunner({
    // Each handler does nothing and is glad.
    handlers: { [name]: async () => ({}) },
    limits: defaultRealtimeLimits,
    clock: createTestClock(),
    ids: systemIds,
    log: createLog({ level: "silent", isPretty: false }),
  });
  const sender = {
    ...{ principal, id: "line", address: "127.0.0.1" },
    answer: (frame: EncodedFrame) => {
      told.push(textOf(frame));
    },
  };
  runner.receive(sender, "device" as DeviceId, {
    kind: "frame",
    frame: { t: "command", id: 1, name, params: {} },
  });
  await runner.drain();
  return told.join();
}

it("a guest's socket is refused every command but those of the call and the chat", async () => {
  for (const name of commandNames) {
    const answer = await answerTo(name, olga);
    expect(answer.includes("auth.forbidden"), name).toBe(
      !guestCommands.has(name),
    );
    expect(await answerTo(name, anna), name).not.toContain("auth.forbidden");
  }
});

it("a guest hears of the call, and nothing of the company", () => {
  const heard = (type: "conversation.gone" | "presence.changed") =>
    // Only its kind is looked at.
    mayHear(olga, { type } as Parameters<typeof mayHear>[1]);
  expect(heard("conversation.gone")).toBe(true);
  expect(heard("presence.changed")).toBe(false);
});

const event = (seq: number, part: object): TimelineEvent =>
  // What a sight looks at of an event.
  ({ seq, at: "2026-01-01T00:00:00.000Z", actorId: anna.id, ...part }) as never;

it("of the log a guest sees what was said since they came; other places are there and empty", () => {
  const sight = new GuestSight(olga, { confidentiality: null });
  const [{ events }] = sight.tell([
    event(5, { type: "message.created", body: "before" }),
    event(6, { type: "message.created", body: "since" }),
    event(7, { type: "message.edited", messageSeq: 5, body: "of before" }),
    event(8, { type: "message.edited", messageSeq: 6, body: "of since" }),
    event(9, { type: "message.pinned", messageSeq: 5, excerpt: "before" }),
  ]);
  expect(events.map(({ seq, type }) => [seq, type])).toEqual([
    [5, "receipt.moved"],
    [6, "message.created"],
    [7, "receipt.moved"],
    [8, "message.edited"],
    [9, "receipt.moved"],
  ]);
  expect(JSON.stringify(events)).not.toContain("before");
});

it("from the moment it is confidential a guest sees nothing of it", () => {
  const sight = new GuestSight(olga, { confidentiality: null });
  const confidentiality = {
    messageLifetimeMs: null,
    allowedDevices: ["desktop_browser"],
  };
  const [{ events }] = sight.tell([
    event(6, { type: "conversation.settings_changed", confidentiality }),
    event(7, { type: "message.created", body: "secret" }),
  ]);
  expect(JSON.stringify(events)).not.toContain("secret");
});

it("a guest's list is their one conversation, without what was last said before them", async () => {
  const conversation = {
    ...{ id: conversationId, confidentiality: null, headSeq: 5 },
    ...{ title: "Talk", about: "for us", lastMessage: { seq: 5 } },
  };
  const asked: ConversationId[] = [];
  // What a guest's list is made of.
  const sync = {
    conversation: async (id: ConversationId) => {
      asked.push(id);
      return conversation as unknown as Conversation;
    },
  } as unknown as SyncSource;
  const own = syncFor(olga, sync);
  const { conversations } = await own.listOf(olga.id, undefined);
  const [told] = conversations.map(({ text }) => JSON.parse(text) as unknown);
  expect(told).toMatchObject({ title: "Talk", about: null, lastMessage: null });
  const other = "0190a000-0000-7000-8000-000000000002" as ConversationId;
  expect(await own.conversation(other, olga.id)).toBeUndefined();
  expect(asked).toEqual([conversationId]);
});
