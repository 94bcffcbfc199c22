import type { ConversationId } from "@veche/contracts";
import { expect, test } from "vitest";
import { idOf, operator } from "../testing/builders.ts";
import { createTyping } from "./typing.ts";

const conversationId = idOf<ConversationId>("conversation");
const shown = {
  type: "typing.shown",
  conversationId,
  principalId: operator,
} as const;

function createWorld() {
  let now = 0;
  let said = 0;
  const tasks: {
    readonly at: number;
    readonly task: () => void;
    isOff: boolean;
  }[] = [];
  const typing = createTyping(
    {
      nowMs: () => now,
      after: (delayMs, task) => {
        const one = { at: now + delayMs, task, isOff: false };
        tasks.push(one);
        return () => {
          one.isOff = true;
        };
      },
    },
    () => {
      said += 1;
    },
  );
  const pass = (ms: number) => {
    now += ms;
    for (const one of tasks)
      if (!one.isOff && one.at <= now) {
        one.isOff = true;
        one.task();
      }
  };
  return { typing, pass, said: () => said };
}

test("whoever types is shown for five seconds after their last word of it", () => {
  const { typing, pass } = createWorld();
  typing.shown(shown);
  pass(4000);
  typing.shown(shown);
  pass(4000);
  expect(typing.writers.get()).toEqual([operator]);
  pass(1000);
  expect(typing.writers.get()).toEqual([]);
});

test("whoever sent their message types no more", () => {
  const { typing } = createWorld();
  typing.shown(shown);
  typing.written(operator);
  expect(typing.writers.get()).toEqual([]);
});

test("the others are told at most every three seconds, and at once after a message was sent", () => {
  const { typing, pass, said } = createWorld();
  typing.touch(conversationId);
  pass(2999);
  typing.touch(conversationId);
  expect(said()).toBe(1);
  pass(1);
  typing.touch(conversationId);
  expect(said()).toBe(2);
  typing.rest();
  typing.touch(conversationId);
  expect(said()).toBe(3);
});
