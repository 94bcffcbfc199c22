import { describe, expect, it } from "vitest";
import { createGathering } from "./gather.ts";

/** A reader whose readings end when the test says so. */
function heldReader(maxReadings = 1) {
  const readings: { keys: readonly string[]; end: () => void }[] = [];
  const ask = createGathering<string, string>({
    maxKeys: 3,
    maxReadings,
    read: async (keys) => {
      const held = Promise.withResolvers<undefined>();
      readings.push({ keys, end: () => held.resolve(undefined) });
      await held.promise;
      if (keys.includes("broken")) throw new Error("cannot be read");
      return keys.map((key) => key.toUpperCase());
    },
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { ask, readings, turn };
}

describe("reading for many", () => {
  it("reads at once for who comes alone", async () => {
    const { ask, readings, turn } = heldReader();
    const one = ask("a");
    await turn();
    expect(readings.map(({ keys }) => keys)).toEqual([["a"]]);
    readings[0]?.end();
    expect(await one).toBe("A");
  });

  it("reads together for those who came while another reading ran, and for no more than it may", async () => {
    const { ask, readings, turn } = heldReader();
    const first = ask("a");
    await turn();
    const crowd = ["b", "c", "d", "e"].map((key) => ask(key));
    await turn();
    expect(readings).toHaveLength(1);
    readings[0]?.end();
    expect(await first).toBe("A");
    await turn();
    readings[1]?.end();
    await turn();
    readings[2]?.end();
    expect(await Promise.all(crowd)).toEqual(["B", "C", "D", "E"]);
    expect(readings.map(({ keys }) => keys)).toEqual([
      ["a"],
      ["b", "c", "d"],
      ["e"],
    ]);
  });

  it("never answers from a reading that had begun before the question", async () => {
    const { ask, readings, turn } = heldReader();
    void ask("a");
    await turn();
    const again = ask("a");
    readings[0]?.end();
    await turn();
    expect(readings.map(({ keys }) => keys)).toEqual([["a"], ["a"]]);
    readings[1]?.end();
    expect(await again).toBe("A");
  });

  it("reads for so many at once as their answers are not too long, and for one however long its is", async () => {
    const readings: (readonly number[])[] = [];
    const ask = createGathering<number, number>({
      maxReadings: 1,
      weightOf: (pages) => pages,
      maxWeight: 10,
      read: (keys) => {
        readings.push(keys);
        return Promise.resolve(keys);
      },
    });
    await Promise.all([4, 6, 1, 30, 2].map((pages) => ask(pages)));
    expect(readings).toEqual([[4, 6], [1], [30], [2]]);
  });

  it("tells a failure to those it was read for, and reads on for the others", async () => {
    const { ask, readings, turn } = heldReader(2);
    const broken = ask("broken").catch((error: unknown) => String(error));
    await turn();
    const sound = ask("sound");
    await turn();
    expect(readings).toHaveLength(2);
    for (const { end } of readings) end();
    expect(await broken).toBe("Error: cannot be read");
    expect(await sound).toBe("SOUND");
    const later = ask("later");
    await turn();
    readings[2]?.end();
    expect(await later).toBe("LATER");
  });
});
