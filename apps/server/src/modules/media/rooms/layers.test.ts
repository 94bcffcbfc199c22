import { describe, expect, it } from "vitest";
import { fitLayers, type ShownPicture } from "./layers.ts";

const camera = (mid: string, height: number): ShownPicture => ({
  mid,
  source: "camera",
  height,
});
const noLimit = Number.POSITIVE_INFINITY;
const substreams = (pictures: readonly ShownPicture[], kbps: number) =>
  [...fitLayers(pictures, kbps).layers.values()].map(
    ({ isSent, substream, temporal }) =>
      isSent ? `${String(substream)}.${String(temporal)}` : "waits",
  );

describe("what is sent of pictures", () => {
  it("follows from the size in which they are shown; what is out of sight waits", () => {
    expect(
      substreams(
        [camera("a", 720), camera("b", 360), camera("c", 180), camera("d", 0)],
        noLimit,
      ),
    ).toEqual(["2.2", "1.2", "0.2", "waits"]);
  });

  it("is a poor one of each before any is better, the most important first", () => {
    const three = [camera("a", 720), camera("b", 720), camera("c", 720)];
    expect(substreams(three, 120)).toEqual(["0.0", "0.0", "0.0"]);
    expect(substreams(three, 200)).toEqual(["0.2", "0.0", "0.0"]);
    expect(substreams(three, 700)).toEqual(["1.2", "1.2", "0.2"]);
  });

  it("is one camera where there is room for nothing; the others are told of as not coming", () => {
    const screen = { mid: "s", source: "screen", height: 720 } as const;
    const fitted = fitLayers([screen, camera("a", 720), camera("b", 180)], 30);
    expect([...fitted.starved]).toEqual(["s", "b"]);
    expect(fitted.layers.get("a")).toEqual({
      isSent: true,
      substream: 0,
      temporal: 0,
    });
    expect(fitted.isWhole).toBe(false);
  });

  it("is whole when nothing more is wanted, and what is hidden is not missed", () => {
    const fitted = fitLayers([camera("a", 180), camera("b", 0)], noLimit);
    expect(fitted).toMatchObject({ isWhole: true, spent: 100 });
    expect(fitted.starved.size).toBe(0);
  });
});
