import { describe, expect, it } from "vitest";
import type { QualitySample } from "@veche/contracts";
import { qualitySample } from "../../../../tests/quality-sample.ts";
import { networkPathOf } from "./network-path.ts";
import { thinned } from "./thinned.ts";
import { troublesOf, verdictOn } from "./troubles.ts";

const beginsAtMs = Date.parse("2026-05-01T10:00:00Z");
const sample = (
  second: number,
  change: Partial<QualitySample> = {},
): QualitySample =>
  qualitySample(beginsAtMs + second * 1_000, { mos: 4.4, ...change });
/** Seconds from one to before the other. */
const seconds = (
  from: number,
  to: number,
  change: Partial<QualitySample> = {},
) =>
  Array.from({ length: to - from }, (_, index) => sample(from + index, change));
const lossy = {
  level: "weak",
  reason: "loss",
  sentLossRatio: 0.12,
  sending: { level: "weak", reason: "loss" },
  receiving: { level: "excellent", reason: "none" },
} as const;

describe("the cause of a trouble", () => {
  it("is named with its direction, its worst figures, its way and the step taken", () => {
    const samples = [
      ...seconds(0, 10),
      ...seconds(10, 19, lossy),
      sample(19, { ...lossy, sentLossRatio: 0.2, step: "low" }),
      ...seconds(20, 30),
    ];
    expect(troublesOf(samples)).toEqual([
      {
        fromAt: "2026-05-01T10:00:10.000Z",
        toAt: "2026-05-01T10:00:19.000Z",
        level: "weak",
        reason: "loss",
        side: "sending",
        lossRatio: 0.2,
        roundTripMs: 20,
        jitterMs: 2,
        path: "relay_tcp",
        step: "low",
      },
    ]);
  });

  it("is what most of its seconds name, and as bad as its worst", () => {
    const delay = { level: "bad", reason: "delay" } as const;
    const samples = [
      ...seconds(0, 6, { level: "weak", reason: "jitter" }),
      ...seconds(6, 8, delay),
    ];
    expect(troublesOf(samples)).toMatchObject([
      { level: "bad", reason: "jitter", side: "both" },
    ]);
  });

  it("does not speak of a dip of two seconds, and tells stretches apart", () => {
    expect(troublesOf([...seconds(0, 3, lossy), ...seconds(3, 9)])).toEqual([]);
    expect(
      troublesOf([...seconds(0, 5, lossy), ...seconds(40, 45, lossy)]),
    ).toHaveLength(2);
  });
});

describe("the verdict on a call", () => {
  it("is the worst that lasted, with the reason of its troubles", () => {
    const samples = [...seconds(0, 30), ...seconds(30, 45, lossy)];
    expect(verdictOn(samples)).toEqual({
      level: "weak",
      reason: "loss",
      path: "relay_tcp",
      troubledRatio: 15 / 45,
      step: "full",
    });
  });

  it("names no reason where nothing lasted, and nothing where nothing was measured", () => {
    expect(
      verdictOn([...seconds(0, 30), ...seconds(30, 33, lossy)]),
    ).toMatchObject({ level: "excellent", reason: "none" });
    expect(verdictOn([])).toEqual({
      level: "unknown",
      reason: "none",
      path: "unknown",
      troubledRatio: 0,
      step: "full",
    });
  });
});

it.each([
  ["host/srflx udp", "direct"],
  ["relay/host tls", "relay_tls"],
  ["host/relay udp", "relay_udp"],
  ["relay/relay tcp", "relay_tcp"],
  ["nonsense", "unknown"],
  [null, "unknown"],
])("the pair %s is the way %s", (path, way) => {
  expect(networkPathOf(path)).toBe(way);
});

describe("what is kept of a report", () => {
  const report = [sample(0), sample(1, lossy), sample(2), sample(3), sample(4)];

  it("is all of it in a call of few", () => {
    expect(thinned(report, { present: 4 })).toEqual(report);
  });

  it("is its worst second in a larger one", () => {
    expect(thinned(report, { present: 5 })).toEqual([sample(1, lossy)]);
    expect(thinned([sample(0), sample(1)], { present: 90 })).toEqual([
      sample(1),
    ]);
  });

  it("has the moment at which a step was taken in any case", () => {
    const stepped = sample(3, { step: "low" });
    const list = [
      sample(0),
      sample(1, lossy),
      stepped,
      sample(4, { step: "low" }),
    ];
    expect(thinned(list, { present: 90 })).toEqual([sample(1, lossy), stepped]);
  });
});
