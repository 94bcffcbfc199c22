import { expect, it } from "vitest";
import type { JoinId } from "@veche/contracts";
import { PeerWatch } from "./peer-watch.ts";

const anna = "anna" as JoinId;
const boris = "boris" as JoinId;

/** Looks at these seats, of whom some are connected, at this second. */
const looks = () => {
  const watch = new PeerWatch();
  return (second: number, seated: JoinId[], up: JoinId[]) =>
    watch.look({
      seated,
      isUp: (joinId) => up.includes(joinId),
      nowMs: second * 1_000,
    });
};
const nothing = { gone: [], back: [] };

it("who never builds a connection is gone after twenty seconds, and told of once", () => {
  const look = looks();
  expect(look(0, [anna, boris], [anna])).toEqual(nothing);
  expect(look(15, [anna, boris], [anna])).toEqual(nothing);
  expect(look(20, [anna, boris], [anna])).toEqual({ gone: [boris], back: [] });
  expect(look(25, [anna, boris], [anna])).toEqual(nothing);
});

it("who comes back is told of once, and has the whole time again", () => {
  const look = looks();
  look(0, [anna], []);
  look(20, [anna], []);
  expect(look(25, [anna], [anna])).toEqual({ gone: [], back: [anna] });
  expect(look(30, [anna], [anna])).toEqual(nothing);
  expect(look(35, [anna], [])).toEqual(nothing);
  expect(look(54, [anna], [])).toEqual(nothing);
  expect(look(55, [anna], [])).toEqual({ gone: [anna], back: [] });
});

it("a connection that is built anew in time is nobody's trouble", () => {
  const look = looks();
  look(0, [anna], [anna]);
  expect(look(5, [anna], [])).toEqual(nothing);
  expect(look(10, [anna], [anna])).toEqual(nothing);
  expect(look(29, [anna], [])).toEqual(nothing);
});

it("who has no seat any more is forgotten", () => {
  const look = looks();
  look(0, [anna], []);
  look(20, [anna], []);
  look(25, [], []);
  expect(look(30, [anna], [anna])).toEqual(nothing);
});
