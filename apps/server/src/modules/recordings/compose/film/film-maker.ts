import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  planFilm,
  type FilmPlan,
  type FilmWish,
  type Reel,
} from "../domain/plan-film.ts";
import { findProgram } from "../../../../platform/process/launch.ts";
import { chaptersFile } from "./chapters-file.ts";
import { ffmpegArguments } from "./ffmpeg-arguments.ts";
import { findVoice } from "./find-voice.ts";
import { FfmpegFailedError, runFfmpeg } from "./run-ffmpeg.ts";

interface FilmJob extends FilmWish {
  readonly reels: readonly Omit<Reel, "voice">[];
  /** Stands there when it is whole. */
  readonly output: string;
  readonly signal: AbortSignal;
  /** From 0 to 1, about twice a second. */
  readonly onProgress: (progress: number) => void;
}

/** Makes films of reels with ffmpeg. */
export interface FilmMaker {
  /** Whole or not at all. Throws `FfmpegFailedError`, or what the signal says. */
  make(job: FilmJob): Promise<void>;
}

/** More than these bring little, and the calls that go on need the rest of the machine. */
const threads = 2;

/** Undefined where ffmpeg is not installed. */
export function findFilmMaker(): FilmMaker | undefined {
  const program = findProgram("ffmpeg");
  return program === undefined
    ? undefined
    : { make: (job) => make(program, job) };
}

async function make(program: string, job: FilmJob): Promise<void> {
  const needsVoice = job.layout === "speaker" || job.layout === "presentation";
  const reels: Reel[] = [];
  for (const reel of job.reels) {
    const voice =
      needsVoice && reel.hasSound && reel.kind === "camera"
        ? await findVoice(program, reel, job.signal)
        : [];
    reels.push({ ...reel, voice });
  }
  const plan = planFilm(reels, job);
  if (plan === undefined)
    throw new FfmpegFailedError("nothing to make a film of");
  // Paths in a description of filters must not need quoting: the data folder may be called anything, this one not.
  const folder = await mkdtemp(join(tmpdir(), "veche-film-"));
  const unfinished = `${job.output}.part`;
  try {
    const names = (await canDrawNames(program, job.signal))
      ? await writeNames(folder, plan)
      : undefined;
    const chapters = join(folder, "chapters");
    await writeFile(chapters, chaptersFile(plan.chapters));
    await runFfmpeg({
      program,
      args: ffmpegArguments(plan, {
        chapters,
        names,
        threads,
        output: unfinished,
      }),
      signal: job.signal,
      onLine: progressReader(plan.durationMs, job.onProgress),
    });
    await rename(unfinished, job.output);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(unfinished, { force: true });
  }
}

const writeNames = (folder: string, { labels }: FilmPlan): Promise<string[]> =>
  Promise.all(
    labels.map(async ({ name }, index) => {
      const path = join(folder, `name-${index}`);
      await writeFile(path, name);
      return path;
    }),
  );

/** It takes an ffmpeg that was built with letters, and a font; without them films are made without names. */
const canDrawNames = (program: string, signal: AbortSignal): Promise<boolean> =>
  runFfmpeg({
    program,
    args: [
      ...["-loglevel", "error", "-f", "lavfi", "-i", "color=s=64x64:d=0.04"],
      ...["-vf", "drawtext=font=Sans:text=a", "-f", "null", "-"],
    ],
    signal,
    onLine: () => undefined,
  }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof FfmpegFailedError) return false;
      throw error;
    },
  );

const progressReader =
  (durationMs: number, onProgress: (progress: number) => void) =>
  (line: string): void => {
    const [, microseconds] = /^out_time_us=(\d+)$/.exec(line) ?? [];
    if (microseconds === undefined) return;
    onProgress(Math.min(1, Number(microseconds) / 1_000 / durationMs));
  };
