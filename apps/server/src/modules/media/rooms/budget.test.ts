import { describe, expect, it } from "vitest";
import { Budget } from "./budget.ts";

/** A line that carries so much: what is sent beyond it is lost. */
function play(carriedKbps: number, wantedKbps: number, seconds: number) {
  const budget = new Budget();
  const sent: number[] = [];
  for (let second = 0; second < seconds; second += 1) {
    const spentKbps = Math.min(wantedKbps, budget.kbps);
    sent.push(spentKbps);
    const nowMs = second * 1_000;
    if (spentKbps > carriedKbps)
      budget.trouble({
        lossRatio: 1 - carriedKbps / spentKbps,
        spentKbps,
        nowMs,
      });
    else budget.look({ spentKbps, isWhole: spentKbps >= wantedKbps, nowMs });
  }
  return { sent, budget };
}

describe("what a viewer's line carries", () => {
  it("is not asked while nothing is lost", () => {
    const { budget } = play(10_000, 4_500, 60);
    expect(budget.isLimited).toBe(false);
  });

  it("is cut to a single picture within the second in which most is lost", () => {
    const { sent } = play(250, 4_500, 3);
    expect(sent[1]).toBeLessThan(40);
  });

  it("is found again from below, and seldom overstepped once it is known", () => {
    const { sent } = play(250, 4_500, 300);
    const last = sent.slice(-120);
    expect(last.filter((kbps) => kbps > 250).length).toBeLessThan(5);
    expect(last.filter((kbps) => kbps > 100).length).toBeGreaterThan(100);
  });

  it("loses a part only when little is lost", () => {
    const { sent } = play(4_000, 4_500, 3);
    expect(sent[1]).toBeCloseTo(2_700);
  });

  it("is no limit any more when everything has come again", () => {
    const budget = new Budget();
    budget.trouble({ lossRatio: 0.7, spentKbps: 900, nowMs: 0 });
    for (let second = 1; second < 30; second += 1) {
      const spentKbps = Math.min(900, budget.kbps);
      const isWhole = budget.kbps >= 900;
      budget.look({ spentKbps, isWhole, nowMs: second * 1_000 });
    }
    expect(budget.isLimited).toBe(false);
  });
});
