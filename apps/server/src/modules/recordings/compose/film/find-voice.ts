import type { Span } from "../domain/span.ts";
import { runFfmpeg } from "./run-ffmpeg.ts";

/** Quieter than this is a room, not a voice. */
const quietest = "-42dB";
/** Between words. */
const pauseSeconds = 0.7;

/** When somebody speaks in this reel. */
export async function findVoice(
  program: string,
  reel: { readonly path: string; readonly durationMs: number },
  signal: AbortSignal,
): Promise<readonly Span[]> {
  const silent: { fromMs: number; toMs: number }[] = [];
  await runFfmpeg({
    program,
    args: [
      ...["-hide_banner", "-nostdin", "-nostats", "-threads", "1"],
      ...["-f", "matroska", "-i", `file:${reel.path}`, "-vn"],
      ...["-af", `silencedetect=n=${quietest}:d=${pauseSeconds}`],
      ...["-f", "null", "-"],
    ],
    signal,
    onLine(line) {
      const [, edge, at] = /silence_(start|end): (-?[\d.]+)/.exec(line) ?? [];
      if (at === undefined) return;
      const atMs = Math.max(0, Number(at) * 1_000);
      if (edge === "start")
        silent.push({ fromMs: atMs, toMs: reel.durationMs });
      else
        silent.splice(-1, 1, {
          fromMs: silent.at(-1)?.fromMs ?? 0,
          toMs: atMs,
        });
    },
  });
  return between(silent, reel.durationMs);
}

/** What is left of the whole. */
const between = (
  silent: readonly Span[],
  durationMs: number,
): readonly Span[] =>
  [...silent, { fromMs: durationMs, toMs: durationMs }]
    .map(({ fromMs }, index) => ({
      fromMs: silent[index - 1]?.toMs ?? 0,
      toMs: fromMs,
    }))
    .filter(({ fromMs, toMs }) => fromMs < toMs);
