import { describe, expect, test } from "vitest";
import {
  aCall,
  anOperator,
  aParticipant,
  aRequest,
  me,
  operator,
} from "../testing/builders.ts";
import { screenOf, type CallOutcome, type ScreenFacts } from "./screen.ts";

const facts = (changes: Partial<ScreenFacts>): ScreenFacts => ({
  wish: { kind: "home" },
  request: null,
  call: null,
  seat: { kind: "none" },
  outcome: null,
  me,
  ...changes,
});
const outcome: CallOutcome = {
  callId: "call-1",
  media: "video",
  reason: "hung_up",
  durationMs: 1000,
};
const ringing = aCall({
  callerId: operator,
  participants: [aParticipant({ state: "invited" }), anOperator()],
});

describe("the screen", () => {
  test("is the start page until something happens", () => {
    expect(screenOf(facts({}))).toEqual({ kind: "home" });
  });

  test("follows what the visitor wants to see", () => {
    expect(screenOf(facts({ wish: { kind: "chat" } }))).toEqual({
      kind: "chat",
    });
    expect(
      screenOf(facts({ wish: { kind: "prejoin", media: "audio" } })),
    ).toEqual({ kind: "prejoin", media: "audio" });
  });

  test("rings when the company calls, whatever is on the screen (B14)", () => {
    expect(screenOf(facts({ call: ringing, wish: { kind: "chat" } }))).toEqual({
      kind: "incoming",
      call: ringing,
    });
  });

  test("is the queue while the tab holds a seat and nobody has answered", () => {
    const call = aCall();
    expect(
      screenOf(
        facts({
          call,
          seat: { kind: "here", callId: call.id },
          request: aRequest(),
        }),
      ),
    ).toEqual({
      kind: "queue",
    });
  });

  test("never shows the call as being elsewhere while the seat is being taken", () => {
    expect(
      screenOf(
        facts({ call: aCall(), seat: { kind: "taking" }, request: aRequest() }),
      ),
    ).toEqual({ kind: "queue" });
  });

  test("is the call once the operator accepted", () => {
    const call = aCall({ state: "active" });
    const request = aRequest({ state: "active" });
    expect(
      screenOf(
        facts({ call, request, seat: { kind: "here", callId: call.id } }),
      ),
    ).toEqual({ kind: "call", call });
  });

  test("offers to bring the call here when another tab has it, and lets the visitor write meanwhile", () => {
    const call = aCall({ state: "active" });
    expect(screenOf(facts({ call }))).toEqual({ kind: "elsewhere", call });
    expect(screenOf(facts({ call, wish: { kind: "chat" } }))).toEqual({
      kind: "chat",
    });
  });

  test("thanks after the call until the visitor goes on", () => {
    expect(screenOf(facts({ outcome }))).toEqual({ kind: "ended", outcome });
    expect(screenOf(facts({ outcome, wish: { kind: "chat" } }))).toEqual({
      kind: "chat",
    });
  });
});
