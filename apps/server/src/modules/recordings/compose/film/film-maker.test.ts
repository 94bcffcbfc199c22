import { execFileSync, spawnSync } from "node:child_process";
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
  /** Before, there is silence. */
  readonly speaksFromMs?: number;
  /** When each piece of their sound came, in milliseconds (an expression of `setts`). */
  readonly cameAt: string;
}

/** A reel of somebody who is heard and not seen. */
function reelOf({ name, lastsMs, speaksFromMs = 0, cameAt }: Voice): Reel {
  const path = join(folder, `${name}.webm`);
  const tone = `sine=f=500:r=48000:d=${lastsMs / 1_000}`;
  execFileSync("ffmpeg", [
    ...["-v", "error", "-f", "lavfi", "-i", tone],
    ...["-af", `volume=0:enable='lt(t,${speaksFromMs / 1_000})'`],
    ...["-c:a", "libopus", "-f", "webm", "-bsf:a", `setts=ts=${cameAt}`, path],
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

/** When the first silence of a film is over, in seconds; NaN: it is not, or there is none. */
function silenceEndsIn(film: string): number {
  const { stderr } = spawnSync("ffmpeg", [
    ...["-nostats", "-i", film, "-vn"],
    ...["-af", "silencedetect=n=-42dB:d=0.7", "-f", "null", "-"],
  ]);
  return Number(/silence_end: ([\d.]+)/.exec(stderr.toString())?.[1]);
}

/** Makes the film of these reels. */
async function filmOf(reels: readonly Reel[]): Promise<string> {
  const output = join(folder, "film.mp4");
  await filmMaker!.make({
    ...{ reels, output, layout: "grid", format: "mp4", language: "en" },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return output;
}

it("what is said after somebody left whose clock went wrong is not run together", async () => {
  const film = await filmOf([
    reelOf({ name: "Anna", lastsMs: 8_080, cameAt: "TS/1.01" }),
    reelOf({ name: "Boris", lastsMs: 11_000, cameAt: "TS" }),
  ]);
  const pieces = piecesOf(film);
  expect(pieces.reduce((sum, one) => sum + one, 0)).toBeCloseTo(11, 0);
  expect(Math.min(...pieces)).toBeGreaterThan(0.02);
});

it("who came 30 ms later than before, their connection having been made anew, is heard when they speak", async () => {
  // A piece lasts 20 ms: those after four seconds.
  const cameAt = "'TS+if(gte(N,200),30,0)'";
  const film = await filmOf([
    reelOf({ name: "Boris", lastsMs: 8_000, speaksFromMs: 6_000, cameAt }),
  ]);
  expect(silenceEndsIn(film)).toBeCloseTo(6, 0);
});
