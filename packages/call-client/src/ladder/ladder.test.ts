import { describe, expect, it } from "vitest";
import type { LadderStep, QualityLevel } from "@veche/contracts";
import {
  advance,
  atTheTop,
  lowestFor,
  strainOf,
  type LadderState,
} from "./ladder.ts";
import { LadderWalk } from "./ladder-walk.ts";

interface Line {
  readonly sending?: QualityLevel;
  readonly receiving?: QualityLevel;
  readonly lowest?: LadderStep;
}

/** A line that is so for so many seconds, from wherever one stands. */
class Simulation {
  state: LadderState = atTheTop;
  #second = 0;
  /** Every step taken, with its second. */
  readonly steps: (readonly [number, LadderStep])[] = [];

  go(
    seconds: number,
    {
      sending = "excellent",
      receiving = "excellent",
      lowest = "sound_only",
    }: Line = {},
  ): this {
    for (let count = 0; count < seconds; count += 1) {
      this.#second += 1;
      const before = this.state.step;
      const atMs = this.#second * 1_000;
      this.state = advance(this.state, { atMs, sending, receiving, lowest });
      if (this.state.step !== before)
        this.steps.push([this.#second, this.state.step]);
    }
    return this;
  }
}
const simulated = (): Simulation => new Simulation().go(10);
const steps = (one: Simulation): readonly LadderStep[] =>
  one.steps.map(([, step]) => step);

describe("on a weak line", () => {
  it("pictures are given up one step each five seconds, and sound never", () => {
    const line = simulated().go(60, { sending: "weak" });
    expect(line.steps).toEqual([
      [16, "reduced"],
      [21, "low"],
      [26, "no_picture"],
      [31, "sound_only"],
    ]);
  });

  it("a bad one is answered sooner", () => {
    expect(simulated().go(5, { sending: "bad" }).steps).toEqual([
      [14, "reduced"],
    ]);
  });

  it("a dip of four seconds changes nothing, however often it comes", () => {
    const line = simulated();
    for (let dip = 0; dip < 20; dip += 1) line.go(4, { sending: "weak" }).go(3);
    expect(line.steps).toEqual([]);
  });

  it("what comes in weak is left to those who send it; what comes in bad ends in sound alone", () => {
    expect(simulated().go(120, { receiving: "weak" }).steps).toEqual([]);
    expect(steps(simulated().go(60, { receiving: "bad" })).at(-1)).toBe(
      "sound_only",
    );
  });
});

it("delay alone takes nothing away, for giving up pictures would not shorten it", () => {
  expect(strainOf({ level: "bad", reason: "delay" })).toBe("good");
  expect(strainOf({ level: "bad", reason: "loss" })).toBe("bad");
});

it("uneven delivery and a machine out of breath make pictures smaller, and take none away", () => {
  const uneven = { level: "bad", reason: "jitter" } as const;
  const breathless = { level: "weak", reason: "cpu" } as const;
  const lossy = { level: "weak", reason: "loss" } as const;
  const fine = { level: "excellent", reason: "none" } as const;
  expect(lowestFor(uneven, breathless)).toBe("low");
  expect(lowestFor(uneven, lossy)).toBe("sound_only");
  const line = simulated().go(60, {
    sending: "bad",
    lowest: lowestFor(uneven, fine),
  });
  expect(steps(line)).toEqual(["reduced", "low"]);
});

describe("when the line is good again", () => {
  it("everything comes back, a step each twenty seconds", () => {
    const line = simulated().go(16, { sending: "weak" }).go(100);
    expect(line.steps.slice(3)).toEqual([
      [47, "low"],
      [67, "reduced"],
      [87, "full"],
    ]);
  });

  it("nothing comes back while it is merely not weak for a moment", () => {
    const line = simulated().go(6, { sending: "weak" });
    for (let round = 0; round < 10; round += 1)
      line.go(15).go(1, { sending: "weak" });
    expect(line.state.step).toBe("reduced");
  });

  it("a step up that it can't carry is tried ever more seldom, at most every two minutes", () => {
    const line = simulated().go(6, { sending: "weak" });
    const waits: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const downAt = line.steps.at(-1)![0];
      while (line.state.step !== "full") line.go(1);
      waits.push(line.steps.at(-1)![0] - downAt);
      line.go(6, { sending: "weak" });
    }
    expect(waits).toEqual([21, 41, 81, 121, 121]);
  });

  it("two good minutes at the top, and the next trial is quick again", () => {
    const line = simulated().go(6, { sending: "weak" }).go(21);
    line.go(6, { sending: "weak" });
    expect(line.state.riseAfterMs).toBe(40_000);
    line.go(200).go(6, { sending: "weak" }).go(21);
    expect(steps(line).at(-1)).toBe("full");
  });
});

it("in ten thousand random lines no two steps are less than three seconds apart, and each goes to a neighbour", () => {
  let seed = 42;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const levels = ["bad", "weak", "good", "excellent", "unknown"] as const;
  const order = ["full", "reduced", "low", "no_picture", "sound_only"];
  for (let world = 0; world < 10_000; world += 1) {
    const line = new Simulation();
    for (let change = 0; change < 6; change += 1)
      line.go(1 + Math.floor(random() * 12), {
        sending: levels[Math.floor(random() * levels.length)]!,
        receiving: levels[Math.floor(random() * levels.length)]!,
      });
    let [lastAt, last] = [-10, "full"];
    for (const [at, step] of line.steps) {
      expect(at - lastAt).toBeGreaterThanOrEqual(3);
      expect(Math.abs(order.indexOf(step) - order.indexOf(last))).toBe(1);
      [lastAt, last] = [at, step];
    }
  }
});

describe("by hand", () => {
  const weak = (atMs: number) =>
    ({
      atMs,
      sending: "weak",
      receiving: "excellent",
      lowest: "sound_only",
    }) as const;

  it("a step is held whatever the line says, until it may walk by itself again", () => {
    const told: string[] = [];
    const walk = new LadderWalk(({ step }) => told.push(step));
    for (let second = 0; second <= 5; second += 1)
      walk.second(weak(second * 1_000));
    expect(walk.state.get()).toEqual({ step: "reduced", isHeld: false });
    walk.hold("full");
    for (let second = 6; second <= 60; second += 1)
      walk.second(weak(second * 1_000));
    expect(walk.state.get()).toEqual({ step: "full", isHeld: true });
    walk.release();
    for (let second = 61; second <= 66; second += 1)
      walk.second(weak(second * 1_000));
    expect(walk.state.get()).toEqual({ step: "reduced", isHeld: false });
    expect(told).toEqual(["reduced", "full", "full", "reduced"]);
  });

  it("one may save before the line is weak, and let it go again", () => {
    const walk = new LadderWalk(() => undefined);
    walk.hold("sound_only");
    expect(walk.state.get().step).toBe("sound_only");
    walk.release();
    expect(walk.state.get()).toEqual({ step: "sound_only", isHeld: false });
  });
});
