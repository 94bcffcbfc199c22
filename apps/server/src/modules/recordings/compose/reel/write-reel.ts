import { rename } from "node:fs/promises";
import { SpanMaker, type Span } from "../domain/span.ts";
import type { Frame } from "../frames/frame.ts";
import { fillSilence } from "../frames/fill-silence.ts";
import { opusDurationMs } from "../frames/opus-duration.ts";
import { pictureSize, type PictureSize } from "../frames/vp8-frames.ts";
import { createWebmFile } from "../webm/webm-file.ts";
import { inSuccession, mergeFrames, type ReelFrame } from "./merge-frames.ts";

/** What one person sent, in the order it began; each track of one life of their connection. */
export interface ReelTracks {
  readonly pictures: readonly AsyncIterable<Frame>[];
  readonly sound: readonly AsyncIterable<Frame>[];
}

/** What is known of a reel when it is written. */
export interface ReelFacts {
  readonly picture: PictureSize | null;
  readonly hasSound: boolean;
  readonly durationMs: number;
  /** When there is a picture. */
  readonly seen: readonly Span[];
}

/** A camera that is off for less is frozen, not gone. */
const pictureGapMs = 2_500;
const pictureLastsMs = 100;

/**
 * Writes one person's sound and picture into one film on the recording's clock, as they were sent, without encoding
 * anything anew. The file stands under its name when it is whole. Undefined when nothing can be heard or seen.
 */
export async function writeReel(
  path: string,
  { pictures, sound }: ReelTracks,
): Promise<ReelFacts | undefined> {
  const frames = mergeFrames(
    inSuccession(pictures),
    fillSilence(inSuccession(sound)),
  );
  const { first, all } = await lookAhead(frames, pictures.length);
  const size = first && pictureSize(first.bytes);
  const content = {
    picture: size,
    hasSound: sound.length > 0,
  };
  if (!content.picture && !content.hasSound) return undefined;
  const watch = new ReelWatch();
  const unfinished = `${path}.part`;
  {
    await using file = await createWebmFile(unfinished, content);
    for await (const frame of all) {
      watch.see(frame);
      await file.add(frame.kind, frame);
    }
    await file.finish(watch.endMs);
  }
  if (watch.endMs === 0) return undefined;
  await rename(unfinished, path);
  return {
    picture: size ?? null,
    hasSound: content.hasSound,
    ...watch.facts(),
  };
}

/** The first picture, whose size a film tells at its beginning, and all frames again from the first one on. */
async function lookAhead(
  frames: AsyncIterable<ReelFrame>,
  pictureTracks: number,
): Promise<{
  readonly first: ReelFrame | undefined;
  readonly all: AsyncIterable<ReelFrame>;
}> {
  const iterator = frames[Symbol.asyncIterator]();
  const seen: ReelFrame[] = [];
  let first: ReelFrame | undefined;
  while (pictureTracks > 0 && first === undefined) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    if (next.value.kind === "picture") first = next.value;
  }
  return {
    first,
    all: (async function* () {
      yield* seen;
      yield* { [Symbol.asyncIterator]: () => iterator };
    })(),
  };
}

/** Notes down when there was something to see and to hear. */
class ReelWatch {
  readonly #seen = new SpanMaker(pictureGapMs);
  endMs = 0;

  see({ kind, atMs, bytes }: ReelFrame): void {
    const toMs =
      atMs + (kind === "picture" ? pictureLastsMs : opusDurationMs(bytes));
    this.endMs = Math.max(this.endMs, Math.round(toMs));
    if (kind === "picture") this.#seen.add(atMs, toMs);
  }

  facts(): Pick<ReelFacts, "durationMs" | "seen"> {
    return {
      durationMs: this.endMs,
      seen: this.#seen.finish(),
    };
  }
}
