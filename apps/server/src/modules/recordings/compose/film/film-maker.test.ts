import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { needsProgram } from "../../../../../tests/needs-program.ts";
import { findFilmMaker, type FilmMaker } from "./film-maker.ts";

const filmMaker = findFilmMaker();
needsProgram({ name: "ffmpeg", isThere: filmMaker !== undefined });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "veche-film-test-"));
});
afterEach(() => rm(folder, { recursive: true }));

type Reel = Parameters<FilmMaker["make"]>[0]["reels"][number];

interface Voice {
  readonly name: string;
  readonly lastsMs: number;
  /** How much faster the sender's clock goes than ours. */
  readonly rate: number;
}

/** A reel of somebody who is heard and not seen. */
function reelOf({ name, lastsMs, rate }: Voice): Reel {
  const path = join(folder, `${name}.webm`);
  execFileSync("ffmpeg", [
    ...["-v", "error", "-f", "lavfi"],
    ...["-i", `sine=f=500:r=48000:d=${(lastsMs / 1_000) * rate}`],
    ...["-c:a", "libopus", "-f", "webm", "-bsf:a", `setts=ts=TS/${rate}`, path],
  ]);
  const whole = [{ fromMs: 0, toMs: lastsMs }];
  return {
    kind: "camera",
    ...{ path, name, hasPicture: false, hasSound: true },
    ...{ seen: [], present: whole, durationMs: lastsMs },
  };
}

/** How long each piece of a film's sound lasts, in seconds; the last may be shorter. */
const piecesOf = (film: string): readonly number[] =>
  execFileSync("ffprobe", [
    ...["-v", "error", "-select_streams", "a"],
    ...["-show_entries", "packet=duration_time", "-of", "csv=p=0", film],
  ])
    .toString()
    .split("\n")
    .map((line) => Number(line.split(",")[0]))
    .filter((seconds) => seconds > 0)
    .slice(0, -1);

it("what is said after somebody left whose clock went wrong is not run together", async () => {
  const output = join(folder, "film.mp4");
  await filmMaker!.make({
    reels: [
      reelOf({ name: "Anna", lastsMs: 8_000, rate: 1.01 }),
      reelOf({ name: "Boris", lastsMs: 11_000, rate: 1 }),
    ],
    ...{ layout: "grid", format: "mp4", language: "en", output },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const pieces = piecesOf(output);
  expect(pieces.reduce((sum, one) => sum + one, 0)).toBeCloseTo(11, 0);
  expect(Math.min(...pieces)).toBeGreaterThan(0.02);
}, 60_000);
