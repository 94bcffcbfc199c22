import { expect, it } from "vitest";
import { Roster } from "./roster.ts";
import type { FeedId } from "./video-room.ts";

const feed = (name: string) => ({ feedId: name as FeedId, isUp: true });
const coming = (name: string) => ({ ...feed(name), isUp: false });

it("who stands in our list and not in the media server's is missing, unless they are only coming", () => {
  expect(
    new Roster().compare(["a"], [feed("a"), feed("b"), coming("c")]),
  ).toEqual({ missing: ["b"], strangers: [] });
});

it("whom nobody of ours is known as is a stranger at the second look", () => {
  const roster = new Roster();
  expect(roster.compare(["a", "x"], [feed("a")]).strangers).toEqual([]);
  expect(roster.compare(["a", "x"], [feed("a")]).strangers).toEqual(["x"]);
});

it("who was being let go at the first look is no stranger", () => {
  const roster = new Roster();
  roster.compare(["a", "x"], [feed("a")]);
  expect(roster.compare(["a"], [feed("a")]).strangers).toEqual([]);
  expect(roster.compare(["a", "x"], [feed("a")]).strangers).toEqual([]);
});
