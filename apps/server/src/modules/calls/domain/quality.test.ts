import type { QualityLevel } from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { worse, worstLasting } from "./quality.ts";

/** One reading a second: "e" excellent, "g" good, "w" weak, "b" bad, "u" unknown, "." nothing told. */
function readings(pattern: string) {
  const levels: Readonly<Record<string, QualityLevel>> = {
    e: "excellent",
    g: "good",
    w: "weak",
    b: "bad",
    u: "unknown",
  };
  return pattern.split("").flatMap((letter, second) => {
    const level = levels[letter];
    return level === undefined
      ? []
      : [{ at: new Date(second * 1000).toISOString(), level }];
  });
}
const lasting = (pattern: string) => worstLasting(readings(pattern));

describe("the quality of a call", () => {
  it("is the worst level that lasted ten seconds", () => {
    expect(lasting("e".repeat(30) + "b".repeat(11) + "e".repeat(30))).toBe(
      "bad",
    );
    expect(lasting("e".repeat(30) + "b".repeat(10) + "e".repeat(30))).toBe(
      "excellent",
    );
    expect(lasting("g".repeat(30))).toBe("good");
  });

  it("counts worse moments for the level above them", () => {
    expect(lasting("e".repeat(20) + "wbwbwbwbwbwb" + "e".repeat(20))).toBe(
      "weak",
    );
  });

  it("does not count over a silence", () => {
    expect(lasting("e".repeat(15) + "bbbbbb" + ".".repeat(10) + "bbbbbb")).toBe(
      "excellent",
    );
    expect(lasting("bbbbbb...bbbbbb")).toBe("bad");
  });

  it("of a short call is its best moment, of an unmeasured one unknown", () => {
    expect(lasting("wwgww")).toBe("good");
    expect(lasting("uuuuuuuuuuuuuuu")).toBe("unknown");
    expect(lasting("")).toBe("unknown");
  });

  it("of two participants is the worse one's", () => {
    expect([
      worse("good", "bad"),
      worse("weak", "excellent"),
      worse("unknown", "good"),
    ]).toEqual(["bad", "weak", "good"]);
  });
});
