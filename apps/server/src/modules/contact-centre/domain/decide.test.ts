import { describe, expect, it } from "vitest";
import type { QueueId, RequestId, UserId } from "@veche/contracts";
import {
  decide,
  type FreeOperatorView,
  type QueueView,
  type WaitingView,
} from "./decide.ts";

const at = (second: number): Date => new Date(second * 1000);
// Readable names stand in for the identifiers' UUIDs: routing only compares them.
const operator = (id: string, idleSince = 0): FreeOperatorView => ({
  id: id as UserId,
  idleSince: at(idleSince),
});
const queue = (priority: number, ...members: string[]): QueueView => ({
  id: `${String(priority)} ${members.join(" ")}` as QueueId,
  priority,
  members:
    members.length === 0 ? null : new Set(members.map((id) => id as UserId)),
});
const everybodys = queue(5);
const request = (
  id: string,
  createdAt: number,
  refusals: Readonly<Record<string, number>> = {},
): WaitingView => ({
  id: id as RequestId,
  queue: everybodys,
  createdAt: at(createdAt),
  refusals: new Map(
    Object.entries(refusals).map(([who, until]) => [who as UserId, at(until)]),
  ),
});
const pairs = (
  waiting: readonly WaitingView[],
  free: readonly FreeOperatorView[],
  now = 100,
) =>
  decide({ now: at(now), waiting, free }).map(
    (one) => `${one.requestId}>${one.operatorId}`,
  );

describe("routing", () => {
  it("rings the operator who has been idle the longest (B11)", () => {
    expect(
      pairs([request("r", 50)], [operator("new", 90), operator("old", 10)]),
    ).toEqual(["r>old"]);
  });

  it("serves the oldest request first (B10)", () => {
    expect(
      pairs([request("late", 60), request("early", 50)], [operator("o")]),
    ).toEqual(["early>o"]);
  });

  it("serves a queue of a higher priority first, however young its requests are", () => {
    const urgent = { ...request("urgent", 90), queue: queue(8) };
    expect(pairs([request("old", 1), urgent], [operator("o")])).toEqual([
      "urgent>o",
    ]);
  });

  it("rings only who serves the request's queue, and them before others who wait longer idle", () => {
    const asked = { ...request("r", 1), queue: queue(5, "b", "c") };
    expect(
      pairs([asked], [operator("a", 1), operator("b", 50), operator("c", 40)]),
    ).toEqual(["r>c"]);
    expect(pairs([asked], [operator("a", 1)])).toEqual([]);
  });

  it("passes a request by that nobody here serves, and serves the next", () => {
    const stuck = { ...request("stuck", 1), queue: queue(9, "at home") };
    expect(pairs([stuck, request("r", 50)], [operator("a")])).toEqual(["r>a"]);
  });

  it("rings every free operator at most once and every request at most once", () => {
    const waiting = [request("r1", 1), request("r2", 2), request("r3", 3)];
    expect(pairs(waiting, [operator("a", 1), operator("b", 2)])).toEqual([
      "r1>a",
      "r2>b",
    ]);
    expect(
      pairs([request("r1", 1)], [operator("a", 1), operator("b", 2)]),
    ).toEqual(["r1>a"]);
  });

  it("settles ties by identifier, so that two nodes decide alike", () => {
    expect(
      pairs(
        [request("b", 1), request("a", 1)],
        [operator("y", 1), operator("x", 1)],
      ),
    ).toEqual(["a>x", "b>y"]);
    expect(
      pairs([request("a", 1), request("a", 1)], [operator("x", 1)]),
    ).toEqual(["a>x"]);
  });

  it("does not ring who refused this request while somebody else is free", () => {
    expect(
      pairs([request("r", 1, { a: 0 })], [operator("a", 1), operator("b", 50)]),
    ).toEqual(["r>b"]);
  });

  it("asks a refuser again when nobody else is free, but not before the pause is over", () => {
    const refused = request("r", 1, { a: 120 });
    expect(pairs([refused], [operator("a")], 119)).toEqual([]);
    expect(pairs([refused], [operator("a")], 120)).toEqual(["r>a"]);
  });

  it("gives a refuser the next request at once", () => {
    expect(
      pairs([request("r1", 1, { a: 120 }), request("r2", 2)], [operator("a")]),
    ).toEqual(["r2>a"]);
  });

  it("records how many could have been rung and how long the chosen one had been idle", () => {
    const decisions = decide({
      now: at(100),
      waiting: [request("r", 1, { c: 200 })],
      free: [operator("a", 40), operator("b", 101), operator("c", 1)],
    });
    expect(decisions).toEqual([
      { requestId: "r", operatorId: "a", candidateCount: 2, idleMs: 60_000 },
    ]);
  });

  it("never says that somebody has been idle for a negative time when the clock went back", () => {
    expect(
      decide({
        now: at(1),
        waiting: [request("r", 0)],
        free: [operator("a", 5)],
      })[0]?.idleMs,
    ).toBe(0);
  });
});
