import { expect, test } from "vitest";
import type { QualityLevel } from "@veche/contracts";
import { noLevelYet, steadied } from "./steady-level.ts";

/** The levels shown second by second, for what each second was by itself. */
const shown = (seconds: readonly QualityLevel[]): QualityLevel[] => {
  let level = noLevelYet;
  return seconds.map((one, index) => {
    level = steadied(level, { level: one, reason: "none" }, index * 1_000);
    return level.level;
  });
};

test("the first judgement shows at once", () => {
  expect(shown(["good"])).toEqual(["good"]);
});

test("it drops when 2 s were worse", () => {
  expect(shown(["good", "bad", "bad", "bad"])).toEqual([
    "good",
    "good",
    "good",
    "bad",
  ]);
});

test("one bad second is forgotten", () => {
  expect(shown(["good", "bad", "good", "bad", "good"])).toEqual([
    "good",
    "good",
    "good",
    "good",
    "good",
  ]);
});

test("it drops as far as all the worse seconds agree", () => {
  expect(shown(["excellent", "bad", "good", "bad"]).at(-1)).toBe("good");
});

test("it rises only after 8 s were better, and as far as all of them were", () => {
  const better: QualityLevel[] = [
    "excellent",
    "good",
    "excellent",
    "excellent",
    "excellent",
    "excellent",
    "excellent",
    "excellent",
    "excellent",
  ];
  expect(shown(["weak", ...better]).slice(0, 9)).toEqual(
    Array.from({ length: 9 }, () => "weak"),
  );
  expect(shown(["weak", ...better]).at(-1)).toBe("good");
});

test("not knowing shows at once", () => {
  expect(shown(["good", "unknown"])).toEqual(["good", "unknown"]);
});
