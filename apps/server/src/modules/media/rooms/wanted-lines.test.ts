import { describe, expect, it } from "vitest";
import type { SentLine } from "@veche/contracts";
import type { FeedId, ViewedLine } from "./video-room.ts";
import {
  usualLimits,
  wantedLines,
  type FeedLine,
  type Sight,
} from "./wanted-lines.ts";

const lines: readonly SentLine[] = [
  { mid: "0", source: "microphone" },
  { mid: "1", source: "camera" },
  { mid: "2", source: "screen" },
  { mid: "3", source: "screenSound" },
];
const on = { microphone: true, camera: true, screen: false };
const nowMs = 1_000_000;

const sight = (place: number, change: Partial<Sight> = {}): Sight => ({
  feedId: `feed ${String(place)}` as FeedId,
  lines,
  media: on,
  heardAtMs: 0,
  isMust: false,
  ...change,
});
const crowd = (
  size: number,
  change: (place: number) => Partial<Sight> = () => ({}),
): readonly Sight[] =>
  Array.from({ length: size }, (_, place) => sight(place, change(place)));
const of = (wanted: readonly FeedLine[], source: FeedLine["source"]) =>
  wanted
    .filter((line) => line.source === source)
    .map(({ feedId }) => Number(feedId.replace("feed ", "")))
    .toSorted((one, other) => one - other);
const heldOf = (wanted: readonly FeedLine[]): readonly ViewedLine[] =>
  wanted.map((line, place) => ({ ...line, mid: String(place) }));
const see = (others: readonly Sight[], held: readonly FeedLine[] = []) =>
  wantedLines(others, { held: heldOf(held), nowMs });
const upTo = (size: number) => Array.from({ length: size }, (_, n) => n);

describe("what a viewer gets of a room", () => {
  it("is every voice and picture of a small one, cameras that are off included", () => {
    const wanted = see(
      crowd(usualLimits.voices, () => ({
        media: { microphone: false, camera: false, screen: false },
      })),
    );
    expect(of(wanted, "microphone")).toEqual(upTo(usualLimits.voices));
    expect(of(wanted, "camera")).toEqual(upTo(usualLimits.voices));
    expect(of(wanted, "screen")).toEqual([]);
  });

  it("is 25 pictures and 10 voices of a large one: who spoke last, cameras that are on before others", () => {
    const wanted = see(
      crowd(120, (place) => ({
        heardAtMs: place >= 100 ? nowMs - place : 0,
        media: { ...on, camera: place !== 119 },
      })),
    );
    expect(of(wanted, "microphone")).toEqual(upTo(10).map((n) => n + 100));
    expect(of(wanted, "camera")).toHaveLength(usualLimits.pictures);
    expect(of(wanted, "camera")).toEqual(
      expect.arrayContaining(upTo(19).map((n) => n + 100)),
    );
    expect(of(wanted, "camera")).not.toContain(119);
  });

  it("always has who is shown to all or pinned, and every shared screen with its sound", () => {
    const wanted = see(
      crowd(120, (place) => ({
        heardAtMs: place < 60 ? nowMs : 0,
        isMust: place === 90,
        media: { ...on, screen: place >= 117 },
      })),
    );
    expect(of(wanted, "camera")).toContain(90);
    expect(of(wanted, "microphone")).not.toContain(90);
    expect(of(wanted, "screen")).toEqual([117, 118, 119]);
    expect(of(wanted, "screenSound")).toEqual([117, 118, 119]);
  });

  it("has no voice of who was told to be silent and is not, in a small room either", () => {
    const wanted = see(crowd(3, (place) => ({ isSilenced: place === 1 })));
    expect(of(wanted, "microphone")).toEqual([0, 2]);
    expect(of(wanted, "camera")).toEqual([0, 1, 2]);
  });

  it("stays as it is while more talk at once than there are places", () => {
    const held = see(crowd(40));
    const wanted = see(
      crowd(40, (place) => ({
        heardAtMs: place < 10 ? nowMs - 3_000 : nowMs,
      })),
      held,
    );
    expect(of(wanted, "microphone")).toEqual(upTo(10));
  });

  it("lets a talker in for who has been silent longest", () => {
    const held = see(crowd(40));
    const wanted = see(
      crowd(40, (place) => ({
        heardAtMs:
          place === 7 ? nowMs - 9_000 : place < 10 || place === 30 ? nowMs : 0,
      })),
      held,
    );
    expect(of(wanted, "microphone")).toEqual([0, 1, 2, 3, 4, 5, 6, 8, 9, 30]);
  });

  it("does not depend on the order of those who never spoke: who has a place keeps it", () => {
    const held = see(crowd(40));
    const wanted = see([sight(77), ...crowd(40)], held);
    expect(of(wanted, "camera")).toEqual(of(held, "camera"));
  });
});
