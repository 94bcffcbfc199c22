import { createInterface } from "node:readline";
import { findProgram, launch } from "../../../../platform/process/launch.ts";

/** ffmpeg ended otherwise than well; the message holds its last words. */
export class FfmpegFailedError extends Error {}

export interface FfmpegRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly signal: AbortSignal;
  /** Each line it says, of both its streams. */
  readonly onLine: (line: string) => void;
}

const keptLines = 20;

/**
 * One run, behind everything else the machine has to do. It ends with us, also when we are killed. Throws
 * `FfmpegFailedError`, and what the signal says when that ends it.
 */
export async function runFfmpeg({
  program,
  args,
  signal,
  onLine,
}: FfmpegRun): Promise<void> {
  signal.throwIfAborted();
  const nice = findProgram("nice");
  const child = launch({
    ...(nice === undefined
      ? { program, args }
      : { program: nice, args: ["-n", "15", program, ...args] }),
    account: { kind: "self" },
    signalWhenWeDie: "SIGKILL",
  });
  const lastWords: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on("line", (line) => {
      if (stream === child.stderr) lastWords.push(line);
      if (lastWords.length > keptLines) lastWords.shift();
      onLine(line);
    });
  }
  const stop = (): void => void child.kill("SIGKILL");
  signal.addEventListener("abort", stop);
  try {
    const end = await new Promise<string | number | null>((resolve) => {
      child.once("close", (code, why) => resolve(why ?? code));
      child.once("error", (error) => resolve(error.message));
    });
    signal.throwIfAborted();
    if (end !== 0)
      throw new FfmpegFailedError(
        [`ffmpeg ended (${String(end)})`, ...lastWords].join("\n"),
      );
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
