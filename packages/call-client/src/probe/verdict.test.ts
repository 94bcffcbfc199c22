import { describe, expect, it } from "vitest";
import {
  judgeProbe,
  type ProbeAspect,
  type ProbeFigures,
  type WayFigures,
} from "./verdict.ts";

const way = (change: Partial<WayFigures> = {}) =>
  ({
    kind: "measured",
    figures: {
      roundTripMs: 40,
      jitterMs: 4,
      lossRatio: 0,
      receivedKbps: 900,
      availableKbps: 2_000,
      framesPerSecond: 28,
      ...change,
    },
  }) as const;
const probe = (change: Partial<ProbeFigures> = {}): ProbeFigures => ({
  microphone: "heard",
  camera: "seen",
  server: way(),
  relay: way(),
  ...change,
});
const gradeOf = (figures: ProbeFigures, aspect: ProbeAspect) =>
  judgeProbe(figures).findings.find((one) => one.aspect === aspect)?.grade;

describe("a try of the line", () => {
  it("that finds everything well says so of each thing", () => {
    const { level, findings } = judgeProbe(probe());
    expect(level).toBe("excellent");
    expect(findings.map(({ grade }) => grade)).toEqual(
      Array.from({ length: 7 }, () => "good"),
    );
  });

  it.each<[string, Partial<ProbeFigures>, readonly [ProbeAspect, string]]>([
    ["a silent microphone", { microphone: "silent" }, ["sound", "fair"]],
    ["no microphone", { microphone: "missing" }, ["sound", "poor"]],
    ["no camera", { camera: "missing" }, ["picture", "fair"]],
    [
      "few frames",
      { server: way({ framesPerSecond: 8 }) },
      ["picture", "poor"],
    ],
    [
      "little bandwidth",
      { server: way({ availableKbps: 250 }) },
      ["bandwidth", "poor"],
    ],
    [
      "300 ms there and back",
      { server: way({ roundTripMs: 300 }) },
      ["delay", "fair"],
    ],
    ["5 % loss", { server: way({ lossRatio: 0.05 }) }, ["loss", "fair"]],
    ["15 % loss", { server: way({ lossRatio: 0.15 }) }, ["loss", "poor"]],
    [
      "a media server out of reach",
      { server: { kind: "unreachable" } },
      ["server", "poor"],
    ],
    [
      "a relay that may not send to itself",
      { relay: { kind: "one_way" } },
      ["relay", "good"],
    ],
    ["no relay", { relay: { kind: "absent" } }, ["relay", "unknown"]],
  ])("names %s", (_, change, [aspect, grade]) => {
    expect(gradeOf(probe(change), aspect)).toBe(grade);
  });

  it("is judged by the way a call would take, and by the other where there is none", () => {
    const slow = way({ roundTripMs: 500 });
    expect(judgeProbe(probe({ relay: slow })).level).toBe("excellent");
    expect(
      judgeProbe(probe({ server: { kind: "absent" }, relay: slow })).level,
    ).toBe("bad");
    expect(
      judgeProbe(
        probe({ server: { kind: "absent" }, relay: { kind: "unreachable" } }),
      ).level,
    ).toBe("bad");
  });

  it.each([
    [0.05, "good"],
    [0.1, "weak"],
    [0.25, "bad"],
  ])("with a loss of %d is %s", (lossRatio, level) => {
    expect(judgeProbe(probe({ server: way({ lossRatio }) })).level).toBe(level);
  });
});
