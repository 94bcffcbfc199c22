import type { Floor, PrincipalId } from "@veche/contracts";
import { expect, it } from "vitest";
import {
  byHands,
  keepsOrder,
  marksOf,
  mayShowScreen,
  named,
} from "./floor-marks.ts";

const [anna, boris, vera] = ["anna", "boris", "vera"] as PrincipalId[] as [
  PrincipalId,
  PrincipalId,
  PrincipalId,
];
const raisedAt = "2026-03-02T10:00:00.000Z";
const floor: Floor = {
  callId: "call" as Floor["callId"],
  conversationId: "conversation" as Floor["conversationId"],
  ...{ moderatorIds: [anna], presenterIds: null },
  ...{ isLocked: false, hasLobby: false },
  ...{ drawing: "everyone", spotlightId: boris, lobby: [], revision: 1 },
  hands: [
    { principalId: vera, raisedAt },
    { principalId: boris, raisedAt },
  ],
  silences: [{ principalId: vera, sources: ["microphone"] }],
};
const clap = { key: 1, principalId: vera, reaction: "👏" } as const;

it("hands have their place, reactions and the spotlight their person", () => {
  const view = { floor, reactions: [clap] };
  expect([anna, boris, vera].map((id) => marksOf(view, id))).toEqual([
    { handPlace: null, reaction: null, isSpotlit: false, isBeingMuted: false },
    { handPlace: 2, reaction: null, isSpotlit: true, isBeingMuted: false },
    { handPlace: 1, reaction: clap, isSpotlit: false, isBeingMuted: true },
  ]);
});

it("those who ask for the word come first, as they asked; the others as they were", () => {
  const olga = "olga" as PrincipalId;
  const people = [anna, boris, olga, vera].map((principalId) => ({
    principalId,
  }));
  const sorted = byHands(people, { floor, reactions: [] });
  expect(sorted.map(({ principalId }) => principalId)).toEqual([
    ...[vera, boris],
    ...[anna, olga],
  ]);
});

it("people are found by any part of their name", () => {
  const people = [{ name: "Анна Белова" }, { name: "Boris" }];
  expect(named(people, " бел")).toEqual([people[0]]);
  expect(named(people, "")).toEqual(people);
});

it("nobody keeps order before it is told who does", () => {
  expect(keepsOrder({ floor: null }, anna)).toBe(false);
  expect(keepsOrder({ floor }, anna)).toBe(true);
  expect(keepsOrder({ floor }, boris)).toBe(false);
  expect(keepsOrder({ floor }, undefined)).toBe(false);
});

it("everybody may show a screen, or those who are named", () => {
  const ofAnna = { floor: { ...floor, presenterIds: [anna] } };
  expect(mayShowScreen({ floor: null }, boris)).toBe(true);
  expect(mayShowScreen({ floor }, boris)).toBe(true);
  expect(mayShowScreen(ofAnna, anna)).toBe(true);
  expect(mayShowScreen(ofAnna, boris)).toBe(false);
  expect(mayShowScreen(ofAnna, undefined)).toBe(false);
});
