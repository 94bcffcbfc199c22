import type {
  Call,
  CallId,
  CallParticipant,
  ConversationId,
  PrincipalId,
} from "@veche/contracts";
import { describe, expect, it } from "vitest";
import {
  adviceFor,
  sourcesOf,
  type CallPlaceState,
} from "./call-place-state.ts";

const me = "me" as PrincipalId;
const customer = "customer" as PrincipalId;

const participant = (
  principalId: PrincipalId,
  state: CallParticipant["state"],
): CallParticipant => ({
  principalId,
  kind: principalId === me ? "user" : "customer",
  name: principalId,
  state,
  joinId: null,
  deviceId: null,
  isPolite: principalId !== me,
  media: { microphone: true, camera: true, screen: false },
  heldUntil: null,
});

const callWith = (
  mine: CallParticipant["state"],
  state: Call["state"] = "active",
): Call => ({
  id: "call" as CallId,
  conversationId: "conversation" as ConversationId,
  requestId: null,
  media: "video",
  kind: "pair",
  topology: "p2p",
  roomId: null,
  state,
  callerId: customer,
  participants: [participant(me, mine), participant(customer, "live")],
  createdAt: "2025-11-21T10:00:00.000Z",
  liveAt: null,
  endedAt: null,
  endReason: null,
  revision: 1,
});

const advise = (call: Call, state: CallPlaceState = { kind: "none" }) =>
  adviceFor({ call, me, state, isStarting: false });

describe("what a tab does about a call", () => {
  it("rings when the customer calls into the session", () => {
    expect(advise(callWith("invited", "ringing"))).toBe("ring");
  });

  it("rings for a group's call as long as the server says that it rings for me", () => {
    const going = {
      ...callWith("left"),
      kind: "group" as const,
      participants: [participant(customer, "live")],
    };
    const ringing = { ...going, ringing: [me] };
    expect(advise(ringing)).toBe("ring");
    expect(advise({ ...going, ringing: [customer] })).toBe("ignore");
    expect(advise(going, { kind: "ringing", call: ringing })).toBe("forget");
    // Who left is asked again.
    expect(advise({ ...callWith("left"), ...ringing })).toBe("ring");
    expect(advise({ ...ringing, state: "ended" })).toBe("ignore");
  });

  it("goes back to its seat after a reload", () => {
    expect(
      adviceFor({
        call: callWith("reconnecting"),
        me,
        state: { kind: "none" },
        isStarting: true,
      }),
    ).toBe("resume");
  });

  it("shows a call taken in another window and does not sit down in it", () => {
    expect(advise(callWith("joining"))).toBe("show_elsewhere");
  });

  it("forgets a ring or another window's call when it ends", () => {
    const ended = callWith("left", "ended");
    expect(advise(ended, { kind: "elsewhere", call: callWith("live") })).toBe(
      "forget",
    );
    expect(
      advise(ended, { kind: "ringing", call: callWith("invited", "ringing") }),
    ).toBe("forget");
    expect(advise(ended)).toBe("ignore");
  });

  it("does not care for calls others have", () => {
    expect(
      adviceFor({
        call: callWith("live"),
        me: "x" as PrincipalId,
        state: { kind: "none" },
        isStarting: true,
      }),
    ).toBe("ignore");
  });
});

describe("the devices a tab takes its seat with", () => {
  it("are those of the call's kind when it is answered", () => {
    const ringing = callWith("invited", "ringing");
    expect(sourcesOf(ringing, me)).toEqual(["microphone", "camera"]);
    expect(sourcesOf({ ...ringing, media: "audio" }, me)).toEqual([
      "microphone",
    ]);
  });

  it("are those that were on before a reload: a silenced microphone stays silent", () => {
    const call = callWith("reconnecting");
    const silenced = call.participants.map((one) => ({
      ...one,
      media: { microphone: false, camera: true, screen: false },
    }));
    expect(sourcesOf({ ...call, participants: silenced }, me)).toEqual([
      "camera",
    ]);
  });
});
