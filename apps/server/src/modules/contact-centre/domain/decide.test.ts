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
  ...{ lastRungAt: null, recentCount: 0 },
});
const queue = (priority: number, ...members: string[]): QueueView => ({
  id: `${String(priority)} ${members.join(" ")}` as QueueId,
  priority,
  members:
    members.length === 0 ? null : new Set(members.map((id) => id as UserId)),
  ...{ strategy: "longest_idle", overflow: null },
});
const everybodys = queue(5);
const request = (
  id: string,
  createdAt: number,
  refusals: Readonly<Record<string, number>> = {},
): WaitingView => ({
  id: id as RequestId,
  ...{ queue: everybodys, stickyOperatorId: null },
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

const reasons = (
  waiting: readonly WaitingView[],
  free: readonly FreeOperatorView[],
  now = 100,
) =>
  decide({ now: at(now), waiting, free }).map(
    ({ operatorId, reason }) => `${operatorId}: ${reason}`,
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

  it("rings by the queue's strategy: in turn, or whoever had the fewest sessions; alike are told apart by their idleness", () => {
    const free = [
      { ...operator("a", 10), lastRungAt: at(60), recentCount: 2 },
      { ...operator("b", 40), lastRungAt: at(20), recentCount: 1 },
      { ...operator("c", 30), lastRungAt: at(50), recentCount: 1 },
    ];
    const rungBy = (strategy: QueueView["strategy"]) =>
      pairs([{ ...request("r", 1), queue: { ...everybodys, strategy } }], free);
    expect(rungBy("longest_idle")).toEqual(["r>a"]);
    expect(rungBy("round_robin")).toEqual(["r>b"]);
    expect(rungBy("fewest_sessions")).toEqual(["r>c"]);
  });

  it("rings a customer's last operator before others, unless they refused it or serve another queue", () => {
    const asked = {
      ...request("r", 1),
      stickyOperatorId: operator("b").id,
    };
    const free = [operator("a", 1), operator("b", 50)];
    expect(reasons([asked], free)).toEqual(["b: sticky"]);
    const refused = {
      ...asked,
      refusals: new Map([[operator("b").id, at(5)]]),
    };
    expect(reasons([refused], free)).toEqual(["a: longest_idle"]);
    const others = { ...asked, queue: queue(5, "a") };
    expect(reasons([others], free)).toEqual(["a: longest_idle"]);
  });

  it("rings operators of the overflow once a request waited for it and none of its queue is free", () => {
    const overflow = { members: null, afterMs: 60_000 };
    const asked = {
      ...request("r", 40),
      queue: { ...queue(5, "own"), overflow },
    };
    const other = operator("other", 1);
    expect(reasons([asked], [other], 99)).toEqual([]);
    expect(reasons([asked], [other], 100)).toEqual(["other: overflow"]);
    expect(reasons([asked], [other, operator("own", 90)])).toEqual([
      "own: longest_idle",
    ]);
    const refused = {
      ...asked,
      refusals: new Map([[operator("own").id, at(90)]]),
    };
    expect(reasons([refused], [other, operator("own", 90)])).toEqual([
      "other: overflow",
    ]);
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
      {
        ...{ requestId: "r", operatorId: "a", candidateCount: 2 },
        ...{ idleMs: 60_000, reason: "longest_idle" },
      },
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
