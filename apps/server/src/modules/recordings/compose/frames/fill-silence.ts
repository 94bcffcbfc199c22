import type { Frame } from "./frame.ts";
import { opusDurationMs, opusSilence, opusSilenceMs } from "./opus-duration.ts";

/** Less than this is the line's trembling, not a hole, and not yet a clock that goes wrong. */
const toleranceMs = 40;

/**
 * Puts silence where no sound is, from the recording's beginning on, and leaves out what would be late: players count
 * sound by its pieces and run together over a hole, and what comes after it would be early.
 */
export async function* fillSilence(
  sound: AsyncIterable<Frame>,
): AsyncIterable<Frame> {
  let endMs = 0;
  for await (const frame of sound) {
    if (endMs - frame.atMs > toleranceMs) continue;
    if (frame.atMs - endMs > toleranceMs)
      for (; endMs + opusSilenceMs <= frame.atMs; endMs += opusSilenceMs)
        yield { atMs: endMs, isKey: true, bytes: opusSilence };
    yield frame;
    endMs += opusDurationMs(frame.bytes);
  }
}
