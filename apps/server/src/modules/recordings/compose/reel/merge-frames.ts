import type { Frame } from "../frames/frame.ts";

/** A frame and what it is of. */
export interface ReelFrame extends Frame {
  readonly kind: "picture" | "sound";
}

/** Frames of tracks that follow each other; where one lingers beside its successor, no time goes back. */
export async function* inSuccession(
  tracks: readonly AsyncIterable<Frame>[],
): AsyncIterable<Frame> {
  let lastMs = -Infinity;
  for (const track of tracks)
    for await (const frame of track) {
      if (frame.atMs <= lastMs) continue;
      lastMs = frame.atMs;
      yield frame;
    }
}

/** Pictures and sound in the order of their times. */
export async function* mergeFrames(
  pictures: AsyncIterable<Frame>,
  sound: AsyncIterable<Frame>,
): AsyncIterable<ReelFrame> {
  const picture = createHead(pictures, "picture");
  const piece = createHead(sound, "sound");
  await picture.advance();
  await piece.advance();
  for (;;) {
    const first =
      (picture.frame?.atMs ?? Infinity) <= (piece.frame?.atMs ?? Infinity)
        ? picture
        : piece;
    if (first.frame === undefined) return;
    yield first.frame;
    await first.advance();
  }
}

/** The next frame of one kind. */
function createHead(frames: AsyncIterable<Frame>, kind: ReelFrame["kind"]) {
  const iterator = frames[Symbol.asyncIterator]();
  const head: { frame: ReelFrame | undefined; advance: () => Promise<void> } = {
    frame: undefined,
    async advance() {
      const next = await iterator.next();
      head.frame = next.done === true ? undefined : { ...next.value, kind };
    },
  };
  return head;
}
