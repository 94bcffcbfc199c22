import type { LiveNow, LiveOperator, UserId } from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { alertsOf } from "./alerts.ts";

const noon = "2026-03-02T12:00:00.000Z";
const quiet: LiveNow = {
  waitingCount: 0,
  waitingSince: null,
  ringingCount: 0,
  callCount: 0,
  chatCount: 0,
  operators: [],
  restCount: 0,
};
const waiting = { ...quiet, waitingCount: 1, waitingSince: noon };

const operator = (state: LiveOperator["state"]): LiveOperator => ({
  operatorId: "00000000-0000-7000-8000-000000000001" as UserId,
  name: "Olga",
  state,
  breakReason: null,
  since: noon,
  customerName: null,
  session: null,
  servedCount: 0,
});

const after = (now: LiveNow, seconds: number) =>
  alertsOf({
    now,
    atMs: Date.parse(noon) + seconds * 1000,
    withinSeconds: 20,
  });

describe("a supervisor is alarmed", () => {
  it("by nothing while nobody waits, though nobody is at work", () => {
    expect(after(quiet, 3600)).toEqual({ isLong: false, isUnstaffed: false });
  });

  it("when somebody waits longer than the threshold", () => {
    expect(after(waiting, 20).isLong).toBe(false);
    expect(after(waiting, 20.001).isLong).toBe(true);
  });

  it.each(["in_call", "wrap_up", "break", "not_responding"] as const)(
    "when somebody waits and the only operator is %s",
    (state) => {
      const now = { ...waiting, operators: [operator(state)] };
      expect(after(now, 1).isUnstaffed).toBe(true);
    },
  );

  it("not while the one who waits is rung for, or somebody else is available", () => {
    const rung = {
      ...waiting,
      ringingCount: 1,
      operators: [operator("ringing")],
    };
    expect(after(rung, 1).isUnstaffed).toBe(false);
    const staffed = {
      ...waiting,
      operators: [operator("in_call"), operator("available")],
    };
    expect(after(staffed, 1).isUnstaffed).toBe(false);
  });

  it("by one more who waits behind the one who is rung for", () => {
    const now = {
      ...waiting,
      ...{ waitingCount: 2, ringingCount: 1 },
      operators: [operator("ringing")],
    };
    expect(after(now, 1).isUnstaffed).toBe(true);
  });
});
