import type { CallSnapshot, OtherParty, QualityView } from "@veche/call-client";
import { describe, expect, test } from "vitest";
import { aCall, anOperator, aParticipant } from "../testing/builders.ts";
import { widgetTranslator } from "../texts/translator.ts";
import { stageOf } from "./stage-view.ts";

const translator = widgetTranslator("en", "UTC");
const nowMs = Date.parse("2026-03-02T10:10:00.000Z");
const unknown: QualityView = {
  level: "unknown",
  reason: "none",
  sending: null,
  receiving: null,
  step: "full",
  sample: null,
};
// A stream is only passed on; no browser is needed to tell it from none.
const stream = {} as MediaStream;

const snapshot = (changes: Partial<CallSnapshot>): CallSnapshot => ({
  state: { kind: "live" },
  call: aCall({ state: "active", liveAt: "2026-03-02T10:08:30.000Z" }),
  me: aParticipant({ state: "live" }),
  peer: anOperator(),
  remoteStream: stream,
  remoteScreen: null,
  others: [],
  speakerId: null,
  quality: { own: unknown, peer: unknown },
  ...changes,
});
const view = (
  changes: Partial<CallSnapshot>,
  line: "whole" | "cut" = "whole",
) =>
  stageOf(
    {
      snapshot: snapshot(changes),
      nowMs,
      companyName: "Shop",
      isHeard: line === "whole",
      isOnHold: false,
      transfer: null,
    },
    translator,
  );
const sending = (
  media: Partial<CallSnapshot["peer"] & object>["media"] & object,
) => anOperator({ media });

describe("the stage", () => {
  test("shows the other side's picture while their camera is on, else their name", () => {
    expect(
      view({ peer: sending({ microphone: true, camera: true, screen: false }) })
        .main,
    ).toBe("camera");
    expect(view({})).toMatchObject({ main: "name", peerName: "Anna Belova" });
  });

  test("says that a supervisor hears the call, and shows one who takes part", () => {
    const call = { ...aCall({ state: "active" }), isSupervised: true } as const;
    expect(view({ call })).toMatchObject({
      banner: { text: "A supervisor of the company hears this call." },
      third: null,
    });
    const third: OtherParty = {
      participant: { ...anOperator(), supervision: "join" },
      ...{ stream, hasCamera: true, screen: null, quality: unknown },
    };
    const operator: OtherParty = { ...third, participant: anOperator() };
    expect(view({ others: [operator, third] })).toMatchObject({
      ...{ banner: null, third },
    });
  });

  test("gives way to a shared screen and keeps the face beside it", () => {
    const peer = sending({ microphone: true, camera: true, screen: true });
    expect(view({ peer, remoteScreen: stream })).toMatchObject({
      main: "screen",
      hasFaceTile: true,
    });
    const faceless = sending({ microphone: true, camera: false, screen: true });
    expect(view({ peer: faceless, remoteScreen: stream })).toMatchObject({
      main: "screen",
      hasFaceTile: false,
    });
  });

  test("counts from the moment both were live", () => {
    expect(view({}).timerMs).toBe(90_000);
    expect(view({ call: aCall({ state: "active" }) }).timerMs).toBeNull();
  });

  test("says to whom the visitor is being handed over, unless the line is lost", () => {
    const facts = {
      snapshot: snapshot({}),
      nowMs,
      companyName: "Shop",
      isHeard: true,
      isOnHold: false,
      transfer: { toName: "Nina" },
    };
    expect(stageOf(facts, translator).banner?.text).toBe(
      "You are being transferred to Nina",
    );
    const toQueue = { ...facts, transfer: { toName: null } };
    expect(stageOf(toQueue, translator).banner?.text).toBe(
      "You are being transferred to a colleague",
    );
    const lost = {
      ...facts,
      snapshot: snapshot({ state: { kind: "reconnecting", heldUntil: null } }),
    };
    expect(stageOf(lost, translator).banner?.tone).toBe("caution");
  });

  test("says that the call is on hold, before anything of a transfer", () => {
    const facts = {
      ...{ snapshot: snapshot({}), nowMs, companyName: "Shop", isHeard: true },
      isOnHold: true,
      transfer: { toName: "Nina" },
    };
    expect(stageOf(facts, translator).banner).toEqual({
      tone: "info",
      text: translator.t("call.onHold"),
    });
    const lost = {
      ...facts,
      snapshot: snapshot({ state: { kind: "reconnecting", heldUntil: null } }),
    };
    expect(stageOf(lost, translator).banner?.tone).toBe("caution");
  });

  test("says nothing more while all is well", () => {
    expect(view({}).banner).toBeNull();
  });

  test("counts down while the operator's seat is held", () => {
    const peer = anOperator({
      state: "reconnecting",
      heldUntil: "2026-03-02T10:10:41.200Z",
    });
    expect(view({ peer }).banner).toEqual({
      tone: "caution",
      text: "The line to Anna Belova is lost. We hold the place 42 s more.",
    });
  });

  test("knows whose line is lost: theirs if the server says so, mine if I don't hear the server", () => {
    const peer = anOperator({
      state: "reconnecting",
      heldUntil: "2026-03-02T10:10:41.200Z",
    });
    const state = { kind: "reconnecting", heldUntil: null } as const;
    expect(view({ peer, state }).banner?.text).toContain("We hold the place");
    expect(view({ peer, state }, "cut").banner?.text).toContain(
      "Your connection is lost",
    );
  });

  test("tells me that nobody sees or hears me while my own line is down", () => {
    expect(
      view({ state: { kind: "reconnecting", heldUntil: null } }).banner?.text,
    ).toContain("nobody sees or hears you");
  });

  test("names who is joining, and rings when it is I who call", () => {
    expect(view({ state: { kind: "connecting" } }).banner?.text).toBe(
      "Anna Belova is joining…",
    );
    expect(
      view({ state: { kind: "connecting" }, call: aCall() }).banner?.text,
    ).toBe("Ringing…");
    expect(
      view({ state: { kind: "joining" }, peer: null, call: null }),
    ).toMatchObject({
      peerName: "Shop",
      banner: { text: "Connecting…" },
    });
  });
});
