import { describe, expect, it } from "vitest";
import type { CallId, ConversationId, PrincipalId } from "@veche/contracts";
import { judgeEntry, type Comer } from "./entry.ts";
import {
  firstFloor,
  lowerHand,
  raiseHand,
  silence,
  silenced,
  withoutAbsent,
} from "./floor.ts";

const [anna, boris] = ["anna", "boris"] as unknown as [
  PrincipalId,
  PrincipalId,
];
const floor = firstFloor({
  id: "call" as CallId,
  conversationId: "talk" as ConversationId,
});
const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 9, 0, second));

describe("hands", () => {
  const both = raiseHand(raiseHand(floor, boris, at(1)), anna, at(2));
  const raised = (of: typeof floor) =>
    of.hands.map(({ principalId }) => principalId);

  it("stand in the order in which they were raised, and one raised again keeps its place", () => {
    expect(raised(raiseHand(both, boris, at(3)))).toEqual([boris, anna]);
  });

  it("go down one by one, or all at once", () => {
    expect(raised(lowerHand(both, boris))).toEqual([anna]);
    expect(raised(lowerHand(both, null))).toEqual([]);
  });
});

describe("what is to be put out", () => {
  it("adds up until the person says that they did it", () => {
    const told = silence(
      silence(floor, [anna, boris], ["microphone"]),
      [anna],
      ["camera"],
    );
    expect(told.silences).toEqual([
      { principalId: boris, sources: ["microphone"] },
      { principalId: anna, sources: ["microphone", "camera"] },
    ]);
    const half = silenced(told, anna, ["microphone"]);
    expect(half.silences.at(-1)?.sources).toEqual(["camera"]);
    expect(silenced(half, anna, ["camera"]).silences).toHaveLength(1);
  });
});

it("whoever is gone asks for no word, is shown to nobody and has nothing to put out", () => {
  const busy = {
    ...silence(raiseHand(floor, anna, at(1)), [anna], ["camera"]),
    spotlightId: anna,
  };
  expect(withoutAbsent(busy, [anna])).toEqual(busy);
  expect(withoutAbsent(busy, [boris])).toEqual(floor);
});

describe("who may come in", () => {
  const comer: Comer = {
    isModerator: false,
    isMember: true,
    isSeated: false,
    place: null,
  };
  const open = { isLocked: false, hasLobby: false };

  it.each([
    ["a member, while nothing is said against it", open, comer, null],
    [
      "nobody new into a locked call",
      { ...open, isLocked: true },
      comer,
      "call.locked",
    ],
    [
      "a member waits where everybody waits",
      { ...open, hasLobby: true },
      comer,
      "call.lobby",
    ],
    [
      "a stranger always waits",
      open,
      { ...comer, isMember: false },
      "call.lobby",
    ],
    [
      "whoever was refused stays outside, even with a seat",
      open,
      { ...comer, isSeated: true, place: "refused" },
      "call.refused",
    ],
    [
      "whoever has a seat comes back to it whatever the rules are",
      { isLocked: true, hasLobby: true },
      { ...comer, isSeated: true },
      null,
    ],
    [
      "whoever was admitted comes in, member or not",
      { isLocked: true, hasLobby: true },
      { ...comer, isMember: false, place: "admitted" },
      null,
    ],
    [
      "those who keep order come in always",
      { isLocked: true, hasLobby: true },
      { ...comer, isModerator: true },
      null,
    ],
  ] as const)("%s", (...[, rules, who, verdict]) => {
    expect(judgeEntry(rules, who)).toBe(verdict);
  });
});
