import { expect, test } from "vitest";
import { aCall } from "../testing/builders.ts";
import { outcomeOf } from "./outcome-of.ts";

const nowMs = Date.parse("2026-03-02T10:10:00.000Z");
const call = aCall({
  state: "ended",
  liveAt: "2026-03-02T10:00:30.000Z",
  endedAt: "2026-03-02T10:05:00.000Z",
});

test("a call that was held lasted from the first live moment to its end", () => {
  expect(
    outcomeOf({ state: { kind: "ended", reason: "hung_up" }, call }, nowMs),
  ).toEqual({
    callId: "call-1",
    media: "video",
    reason: "hung_up",
    durationMs: 270_000,
  });
});

test("my own End counts until now, before the server has told when", () => {
  const active = { ...call, endedAt: null };
  expect(
    outcomeOf(
      { state: { kind: "ended", reason: "hung_up" }, call: active },
      nowMs,
    )?.durationMs,
  ).toBe(570_000);
});

test("the end of the session is the end of its call", () => {
  expect(
    outcomeOf({ state: { kind: "ended", reason: "ended" }, call }, nowMs)
      ?.reason,
  ).toBe("hung_up");
});

test("a call nobody was live in lasted nothing and keeps its reason", () => {
  const silent = aCall({ state: "ended" });
  expect(
    outcomeOf(
      { state: { kind: "ended", reason: "unanswered" }, call: silent },
      nowMs,
    ),
  ).toMatchObject({
    reason: "unanswered",
    durationMs: 0,
  });
});

test.each(["elsewhere", "left"] as const)(
  "a call that goes on without this tab (%s) has no outcome",
  (reason) => {
    expect(
      outcomeOf({ state: { kind: "ended", reason }, call }, nowMs),
    ).toBeNull();
  },
);
