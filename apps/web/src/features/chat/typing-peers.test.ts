import type { ConversationId, NoticeOf, PrincipalId } from "@veche/contracts";
import { expect, it } from "vitest";
import { createTypingPeers } from "./typing-peers.ts";

const here = "here" as ConversationId;
const irina = "irina" as PrincipalId;

function createTestTyping() {
  const listeners: ((notice: NoticeOf<"typing.shown">) => void)[] = [];
  const timers: { isCancelled: boolean; task: () => void }[] = [];
  const peers = createTypingPeers({
    conversationId: here,
    realtime: {
      on: (_kind, listener) => {
        listeners.push(listener as (notice: NoticeOf<"typing.shown">) => void);
        return () => undefined;
      },
    },
    powers: {
      after: (_delayMs, task) => {
        const timer = { isCancelled: false, task };
        timers.push(timer);
        return () => (timer.isCancelled = true);
      },
    },
  });
  const type = (conversationId: ConversationId) =>
    listeners[0]?.({
      type: "typing.shown",
      conversationId,
      principalId: irina,
    });
  const fiveSecondsPass = () =>
    timers
      .filter(({ isCancelled }) => !isCancelled)
      .forEach(({ task }) => task());
  return { peers, type, fiveSecondsPass, timers };
}

it("shows who types for five seconds after the last key", () => {
  const { peers, type, fiveSecondsPass, timers } = createTestTyping();
  type(here);
  type(here);
  expect(peers.get()).toEqual([irina]);
  expect(timers.map(({ isCancelled }) => isCancelled)).toEqual([true, false]);
  fiveSecondsPass();
  expect(peers.get()).toEqual([]);
});

it("does not mind typing in other conversations", () => {
  const { peers, type } = createTestTyping();
  type("there" as ConversationId);
  expect(peers.get()).toEqual([]);
});
