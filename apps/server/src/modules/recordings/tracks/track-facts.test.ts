import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { trackBytes } from "../../../../tests/tracks.ts";
import { readTrackFacts } from "./track-facts.ts";

const firstPacketAt = new Date("2026-03-02T09:00:00.125Z");
const track = trackBytes({ firstPacketAt, packetsMs: [0, 20, 41] });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "veche-facts-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const factsOf = async (bytes: Buffer) => {
  const path = join(folder, "track.mjr");
  await writeFile(path, bytes);
  return readTrackFacts(path);
};

describe("what a track says of itself", () => {
  it("is when its first and its last packet came", async () => {
    expect(await factsOf(track)).toEqual({
      firstPacketAt,
      lastPacketAt: new Date("2026-03-02T09:00:00.166Z"),
      byteCount: track.length,
    });
  });

  it("ends with the last whole packet where a death tore it off, wherever that was", async () => {
    for (let torn = 1; torn <= 26; torn += 1) {
      const facts = await factsOf(track.subarray(0, track.length - torn));
      expect(facts?.lastPacketAt.toISOString()).toBe(
        "2026-03-02T09:00:00.145Z",
      );
    }
  });

  it("is found at the end of a long one without reading it all", async () => {
    const long = trackBytes({
      firstPacketAt,
      packetsMs: Array.from({ length: 40_000 }, (_, place) => place * 20),
    });
    const facts = await factsOf(long);
    expect(facts?.lastPacketAt.getTime()).toBe(
      firstPacketAt.getTime() + 39_999 * 20,
    );
  });

  it("is nothing where no packet came, no file is, or it is of something else", async () => {
    expect(await readTrackFacts(join(folder, "none"))).toBeUndefined();
    for (const text of ["", "MJR00002", "MJR00002\0", "Not a track at all"])
      expect(await factsOf(Buffer.from(text))).toBeUndefined();
  });
});
