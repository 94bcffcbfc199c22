import { expect, test } from "vitest";
import { judge, type Judgement, type Second } from "./level.ts";
import { mos } from "./mos.ts";

const second = (change: Partial<Second>): Second => {
  const figures = { roundTripMs: 40, jitterMs: 2, lossRatio: 0, ...change };
  const { roundTripMs, jitterMs, lossRatio } = figures;
  return {
    mos: mos({
      roundTripMs: roundTripMs ?? 0,
      jitterMs: jitterMs ?? 0,
      lossRatio: lossRatio ?? 0,
    }),
    freezeRatio: 0,
    silentMs: 0,
    limitation: "none",
    isStarved: false,
    ...figures,
  };
};

test.each<[string, Partial<Second>, Judgement]>([
  ["a good line", {}, { level: "excellent", reason: "none" }],
  ["5 % loss", { lossRatio: 0.05 }, { level: "good", reason: "loss" }],
  ["10 % loss", { lossRatio: 0.1 }, { level: "weak", reason: "loss" }],
  ["25 % loss", { lossRatio: 0.25 }, { level: "bad", reason: "loss" }],
  [
    "half a second to and fro",
    { roundTripMs: 500 },
    { level: "bad", reason: "delay" },
  ],
  ["much jitter", { jitterMs: 100 }, { level: "good", reason: "jitter" }],
  [
    "a picture that starves the line",
    { isStarved: true, limitation: "bandwidth" },
    { level: "weak", reason: "bandwidth" },
  ],
  [
    "a frozen picture on a good line",
    { freezeRatio: 0.1 },
    { level: "weak", reason: "freezes" },
  ],
  [
    "a frozen picture on a machine out of breath",
    { freezeRatio: 0.02, limitation: "cpu" },
    { level: "good", reason: "cpu" },
  ],
  [
    "nothing for 3 s",
    { silentMs: 3_000 },
    { level: "bad", reason: "no_packets" },
  ],
  ["nothing measured yet", { mos: null }, { level: "unknown", reason: "none" }],
])("%s", (_name, change, judgement) => {
  expect(judge(second(change))).toEqual(judgement);
});
