import {
  defaultNotificationSettings,
  type Call,
  type Conversation,
  type NotificationSettings,
  type Offer,
  type Presence,
} from "@veche/contracts";
import { createStore } from "@veche/realtime-client";
import { describe, expect, it } from "vitest";
import type { CallPlaceState } from "../../features/call/call-place-state.ts";
import { soundOut } from "./sound-out.ts";

// The sounds ask for no more of an offer, a call, a stay, and a conversation than what stands here.
const offer = { id: "offer" } as unknown as Offer;
const call = { id: "call", conversationId: "talk" } as unknown as Call;
const ringing: CallPlaceState = { kind: "ringing", call };
const here = { kind: "here" } as unknown as CallPlaceState;
const elsewhere: CallPlaceState = { kind: "elsewhere", call };
const none: CallPlaceState = { kind: "none" };
const talk = (more: object): Conversation =>
  ({
    kind: "direct",
    mine: { notify: "all", mutedUntil: null },
    ...more,
  }) as unknown as Conversation;
const doNotDisturb = { state: "do_not_disturb" } as unknown as Presence;

function createTestTab() {
  const heard: string[] = [];
  const desk = { state: createStore<{ offer: Offer | null }>({ offer: null }) };
  const calls = { state: createStore<CallPlaceState>(none) };
  const leader = { isLeader: createStore(true) };
  const conversation = createStore<Conversation | null>(talk({}));
  const settings = createStore<NotificationSettings>(
    defaultNotificationSettings,
  );
  const presence = createStore<Presence | null>(null);
  const end = soundOut({
    desk,
    calls,
    conversation: () => conversation,
    settings,
    presence,
    leader,
    now: () => new Date("2026-03-04T20:30:00.000Z"),
    onRing: () => {
      heard.push("shown");
      return () => heard.push("gone");
    },
    sounds: {
      ring: (name = "bells") => {
        heard.push(name);
        return () => heard.push("silence");
      },
      callEnded: () => heard.push("ended"),
    },
  });
  const tab = { desk, calls, leader, conversation, settings, presence };
  return { heard, end, ...tab };
}

describe("the sounds of a tab", () => {
  it("rings while an offer is open and falls silent with it", () => {
    const { heard, desk } = createTestTab();
    desk.state.set({ offer });
    desk.state.set({ offer: { ...offer } });
    desk.state.set({ offer: null });
    expect(heard).toEqual(["bells", "silence"]);
  });

  it("does not ring where another tab leads, and rings on when that tab is closed", () => {
    const { heard, desk, leader } = createTestTab();
    leader.isLeader.set(false);
    desk.state.set({ offer });
    expect(heard).toEqual([]);
    leader.isLeader.set(true);
    expect(heard).toEqual(["bells"]);
  });

  it("rings and shows who calls, and marks the end of the call", () => {
    const { heard, calls } = createTestTab();
    calls.state.set(ringing);
    calls.state.set(here);
    calls.state.set(none);
    expect(heard).toEqual(["bells", "shown", "silence", "gone", "ended"]);
  });

  it("marks no end when the call went on in another window", () => {
    const { heard, calls } = createTestTab();
    calls.state.set(here);
    calls.state.set(elsewhere);
    expect(heard).toEqual([]);
  });

  it("falls silent when the person signs out", () => {
    const { heard, desk, end } = createTestTab();
    desk.state.set({ offer });
    end();
    expect(heard).toEqual(["bells", "silence"]);
  });
});

describe("a call", () => {
  it("has the sound of its conversation, and that of the settings where it has none", () => {
    const { heard, calls, conversation, settings } = createTestTab();
    settings.set({
      ...defaultNotificationSettings,
      sounds: { message: null, call: "marimba" },
    });
    calls.state.set(ringing);
    calls.state.set(none);
    conversation.set(
      talk({
        mine: { notify: "all", mutedUntil: null, sounds: { call: "pulse" } },
      }),
    );
    calls.state.set(ringing);
    expect(heard.filter((one) => /marimba|pulse/u.test(one))).toEqual([
      "marimba",
      "pulse",
    ]);
  });

  it("is shown without a sound where silence was chosen", () => {
    const { heard, calls, settings } = createTestTab();
    settings.set({
      ...defaultNotificationSettings,
      sounds: { message: null, call: null },
    });
    calls.state.set(ringing);
    expect(heard).toEqual(["shown"]);
  });

  it("does not ring whoever is not to be disturbed, unless a customer waits for them", () => {
    const { heard, calls, conversation, presence } = createTestTab();
    presence.set(doNotDisturb);
    calls.state.set(ringing);
    expect(heard).toEqual([]);
    calls.state.set(none);
    conversation.set(talk({ kind: "support" }));
    calls.state.set(ringing);
    expect(heard).toEqual(["bells", "shown"]);
  });
});
