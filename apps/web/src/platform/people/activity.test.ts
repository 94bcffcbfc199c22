import type { SendCommand } from "@veche/contracts";
import { createStore, type LineState } from "@veche/realtime-client";
import { expect, it } from "vitest";
import { idleAfterMs, reportActivity } from "./activity.ts";

function setting() {
  const said: boolean[] = [];
  const state = createStore<LineState>({ kind: "live" });
  let nowMs = 0;
  let due: { atMs: number; task: () => void } | null = null;
  let touch: () => void = () => undefined;
  const send = (async (_name: string, params: { isActive: boolean }) => {
    said.push(params.isActive);
    return null;
  }) as unknown as SendCommand;
  reportActivity({
    realtime: { send, state },
    powers: {
      nowMs: () => nowMs,
      after: (delayMs, task) => {
        due = { atMs: nowMs + delayMs, task };
        return () => (due = null);
      },
    },
    onTouch: (listener) => {
      touch = listener;
      return () => undefined;
    },
  });
  const pass = (ms: number) => {
    const untilMs = nowMs + ms;
    while (due !== null && due.atMs <= untilMs) {
      nowMs = due.atMs;
      const { task } = due;
      due = null;
      task();
    }
    nowMs = untilMs;
  };
  return { said, state, pass, touch: () => touch() };
}

it("is away after five minutes untouched, and back at the first touch", () => {
  const { said, pass, touch } = setting();
  pass(idleAfterMs - 1000);
  touch();
  pass(idleAfterMs - 1000);
  expect(said).toEqual([]);
  pass(1000);
  expect(said).toEqual([false]);
  touch();
  expect(said).toEqual([false, true]);
});

it("says again that nobody is here when the line comes back", () => {
  const { said, state, pass } = setting();
  pass(idleAfterMs);
  state.set({ kind: "connecting" });
  state.set({ kind: "live" });
  expect(said).toEqual([false, false]);
});
