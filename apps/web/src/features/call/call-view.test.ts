import type { CallSnapshot } from "@veche/call-client";
import type { CallParticipant } from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { curtainOf, stageSubject } from "./call-view.ts";

const peer = (change: Partial<CallParticipant>) =>
  ({
    state: "live",
    heldUntil: null,
    media: { microphone: true, camera: true, screen: false },
    ...change,
  }) as CallParticipant;
const state = (kind: "connecting" | "live" | "joining") =>
  ({ kind }) as CallSnapshot["state"];

describe("what lies over the picture of a call", () => {
  it("is nothing while both are live", () => {
    expect(curtainOf({ state: state("live"), peer: peer({}) })).toEqual({
      kind: "none",
    });
  });

  it("tells a customer who is rung from one who is being connected", () => {
    expect(
      curtainOf({
        state: state("connecting"),
        peer: peer({ state: "invited" }),
      }),
    ).toEqual({ kind: "waiting" });
    expect(
      curtainOf({
        state: state("connecting"),
        peer: peer({ state: "joining" }),
      }),
    ).toEqual({ kind: "connecting" });
  });

  it("counts the customer's seat down when their line is lost, whichever side noticed first", () => {
    const held = peer({
      state: "reconnecting",
      heldUntil: "2025-11-21T10:02:00.000Z",
    });
    const expected = {
      kind: "peer_held",
      heldUntil: "2025-11-21T10:02:00.000Z",
    };
    expect(curtainOf({ state: state("live"), peer: held })).toEqual(expected);
    expect(
      curtainOf({
        state: { kind: "reconnecting", heldUntil: null },
        peer: held,
      }),
    ).toEqual(expected);
    expect(curtainOf({ state: state("connecting"), peer: held })).toEqual(
      expected,
    );
  });

  it("says that it is my own line when the customer is still there", () => {
    expect(
      curtainOf({
        state: { kind: "reconnecting", heldUntil: null },
        peer: peer({}),
      }),
    ).toEqual({ kind: "self_held" });
  });
});

describe("what fills the stage", () => {
  const screen = {} as MediaStream;
  const sharing = { microphone: true, camera: true, screen: true };

  it.each([
    ["screen", { peer: peer({ media: sharing }), remoteScreen: screen }],
    ["camera", { peer: peer({}), remoteScreen: null }],
    ["camera", { peer: peer({}), remoteScreen: screen }],
    [
      "name",
      {
        peer: peer({ media: { ...sharing, camera: false, screen: false } }),
        remoteScreen: null,
      },
    ],
    ["name", { peer: null, remoteScreen: null }],
  ] as const)("is the %s", (subject, snapshot) => {
    expect(stageSubject(snapshot)).toBe(subject);
  });
});
