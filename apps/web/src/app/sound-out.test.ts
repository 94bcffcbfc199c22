import { createStore } from "@veche/realtime-client";
import type { Offer } from "@veche/contracts";
import { describe, expect, it } from "vitest";
import type { CallPlaceState } from "../features/call/call-place-state.ts";
import { soundOut } from "./sound-out.ts";

const offer = { id: "offer" } as unknown as Offer;

function createTestTab() {
  const heard: string[] = [];
  const desk = { state: createStore<{ offer: Offer | null }>({ offer: null }) };
  const calls = {
    state: createStore<Pick<CallPlaceState, "kind">>({ kind: "none" }),
  };
  const leader = { isLeader: createStore(true) };
  const conversations = createStore([{ unreadCount: 2 }]);
  const end = soundOut({
    desk,
    calls,
    conversations,
    leader,
    sounds: {
      ring: () => {
        heard.push("ring");
        return () => heard.push("silence");
      },
      message: () => heard.push("message"),
      callEnded: () => heard.push("ended"),
      unlock: () => undefined,
      [Symbol.dispose]: () => undefined,
    },
  });
  return { heard, desk, calls, conversations, leader, end };
}

describe("the sounds of a tab", () => {
  it("rings while an offer is open and falls silent with it", () => {
    const { heard, desk } = createTestTab();
    desk.state.set({ offer });
    desk.state.set({ offer: { ...offer } });
    desk.state.set({ offer: null });
    expect(heard).toEqual(["ring", "silence"]);
  });

  it("does not ring where another tab leads, and rings on when that tab is closed", () => {
    const { heard, desk, leader } = createTestTab();
    leader.isLeader.set(false);
    desk.state.set({ offer });
    expect(heard).toEqual([]);
    leader.isLeader.set(true);
    expect(heard).toEqual(["ring"]);
  });

  it("rings for a customer who calls into the session, and marks the end of the call", () => {
    const { heard, calls } = createTestTab();
    calls.state.set({ kind: "ringing" });
    calls.state.set({ kind: "here" });
    calls.state.set({ kind: "none" });
    expect(heard).toEqual(["ring", "silence", "ended"]);
  });

  it("marks no end when the call went on in another window", () => {
    const { heard, calls } = createTestTab();
    calls.state.set({ kind: "here" });
    calls.state.set({ kind: "elsewhere" });
    expect(heard).toEqual([]);
  });

  it("sounds for a message, but not while one talks, and not for what was read", () => {
    const { heard, calls, conversations } = createTestTab();
    conversations.set([{ unreadCount: 3 }]);
    conversations.set([{ unreadCount: 0 }]);
    calls.state.set({ kind: "here" });
    conversations.set([{ unreadCount: 1 }]);
    expect(heard).toEqual(["message"]);
  });

  it("falls silent when the person signs out", () => {
    const { heard, desk, end } = createTestTab();
    desk.state.set({ offer });
    end();
    expect(heard).toEqual(["ring", "silence"]);
  });
});
