import type { CompositionLayout } from "@veche/contracts";
import { overlapMs, type Span } from "./span.ts";

/** A picture that was sent while the recording went on: a camera or a screen. */
export interface Sight {
  /** Which of the films it is taken from. */
  readonly reel: number;
  readonly kind: "camera" | "screen";
  readonly name: string;
  /** When it is there. */
  readonly seen: readonly Span[];
  /** When its person speaks. */
  readonly voice: readonly Span[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture at a place of the screen, for as long as it is shown there. */
export interface Placed {
  readonly reel: number;
  readonly box: Box;
  readonly shown: readonly Span[];
}

/** A name at a place; it stays where the camera is off. */
export interface Label {
  readonly name: string;
  readonly box: Box;
}

export interface Arrangement {
  readonly placed: readonly Placed[];
  readonly labels: readonly Label[];
}

export const screenSize = { width: 1280, height: 720 } as const;
const stripHeight = 144;
const mostInStrip = 8;

/** Puts every picture where the layout wants it. */
export function arrange(
  layout: CompositionLayout,
  sights: readonly Sight[],
  durationMs: number,
): Arrangement {
  switch (layout) {
    case "side_by_side":
      return inCells(sights, cellsOf(sights.length, sights.length));
    case "grid":
      return inCells(
        sights,
        cellsOf(sights.length, Math.ceil(Math.sqrt(sights.length))),
      );
    case "speaker":
      return large(sights, speakers(cameras(sights), durationMs));
    case "presentation":
      return large(sights, presented(sights, durationMs));
  }
}

const cameras = (sights: readonly Sight[]): readonly Sight[] =>
  sights.filter(({ kind }) => kind === "camera");

function inCells(sights: readonly Sight[], boxes: readonly Box[]): Arrangement {
  const pairs = sights.flatMap((sight, index) => {
    const box = boxes[index];
    return box === undefined ? [] : [{ sight, box }];
  });
  return {
    // Who only speaks has a place and a name, and no picture to take.
    placed: pairs
      .filter(({ sight }) => sight.seen.length > 0)
      .map(({ sight, box }) => ({
        reel: sight.reel,
        box,
        shown: sight.seen,
      })),
    labels: pairs.map(({ sight, box }) => ({ name: sight.name, box })),
  };
}

/** Boxes of one size that fill the screen, row after row. */
function cellsOf(count: number, columns: number): readonly Box[] {
  const rows = Math.max(1, Math.ceil(count / Math.max(1, columns)));
  const width = even(screenSize.width / Math.max(1, columns));
  const height = even(screenSize.height / rows);
  return Array.from({ length: count }, (_, index) => ({
    x: (index % columns) * width,
    y: Math.floor(index / columns) * height,
    width,
    height,
  }));
}

/** Encoders take pairs of points. */
const even = (length: number): number => 2 * Math.floor(length / 2);

interface Turn extends Span {
  readonly sight: Sight;
}

/** One large, with all cameras in a strip below. */
function large(sights: readonly Sight[], turns: readonly Turn[]): Arrangement {
  const strip = cameras(sights).slice(0, mostInStrip);
  const width = even(
    Math.min(256, screenSize.width / Math.max(1, strip.length)),
  );
  const boxes = strip.map((_, index) => ({
    x: index * width,
    y: screenSize.height - stripHeight,
    width,
    height: stripHeight,
  }));
  const below = inCells(strip, boxes);
  const box = {
    x: 0,
    y: 0,
    width: screenSize.width,
    height: screenSize.height - stripHeight,
  };
  const shownLarge = sights.flatMap((sight): Placed[] => {
    const shown = turns
      .filter((turn) => turn.sight === sight)
      .flatMap((turn) => common(sight.seen, turn));
    return shown.length === 0 ? [] : [{ reel: sight.reel, box, shown }];
  });
  return { placed: [...shownLarge, ...below.placed], labels: below.labels };
}

const common = (spans: readonly Span[], within: Span): readonly Span[] =>
  spans
    .map(({ fromMs, toMs }) => ({
      fromMs: Math.max(fromMs, within.fromMs),
      toMs: Math.min(toMs, within.toMs),
    }))
    .filter(({ fromMs, toMs }) => fromMs < toMs);

const stepMs = 1_000;
/** Who speaks more in a step takes over only by so much: one "yes" is no change of speakers. */
const takeOverMs = 500;

/** Who is large when: whoever speaks; in silence whoever spoke last. */
export function speakers(
  sights: readonly Sight[],
  durationMs: number,
): readonly Turn[] {
  const turns: Turn[] = [];
  for (let fromMs = 0; fromMs < durationMs; fromMs += stepMs) {
    const step = { fromMs, toMs: Math.min(durationMs, fromMs + stepMs) };
    const present = sights.filter(({ seen }) => overlapMs(seen, step) > 0);
    const last = turns.at(-1);
    const current = present.find((sight) => sight === last?.sight);
    const loudest = present.toSorted(
      (a, b) => overlapMs(b.voice, step) - overlapMs(a.voice, step),
    )[0];
    const takesOver =
      loudest !== undefined &&
      (current === undefined ||
        overlapMs(loudest.voice, step) >=
          overlapMs(current.voice, step) + takeOverMs);
    const sight = takesOver ? loudest : current;
    if (sight === undefined) continue;
    if (last?.sight === sight && last.toMs === step.fromMs)
      turns.splice(-1, 1, { ...last, toMs: step.toMs });
    else turns.push({ ...step, sight });
  }
  return turns;
}

/** The screen that was shared last, while one is; else who speaks. */
function presented(
  sights: readonly Sight[],
  durationMs: number,
): readonly Turn[] {
  const shares = sights
    .filter(({ kind }) => kind === "screen")
    .flatMap((sight) => sight.seen.map((span) => ({ ...span, sight })));
  const edges = [
    ...new Set(shares.flatMap(({ fromMs, toMs }) => [fromMs, toMs])),
  ].toSorted((a, b) => a - b);
  const shown = edges.flatMap((fromMs, index): Turn[] => {
    const toMs = edges[index + 1] ?? fromMs;
    const standing = shares
      .filter((share) => share.fromMs <= fromMs && share.toMs >= toMs)
      .toSorted((a, b) => b.fromMs - a.fromMs)[0];
    return standing === undefined || toMs === fromMs
      ? []
      : [{ fromMs, toMs, sight: standing.sight }];
  });
  const people = speakers(cameras(sights), durationMs).flatMap((turn) =>
    outside(turn, shown).map((span) => ({ ...span, sight: turn.sight })),
  );
  return [...shown, ...people].toSorted((a, b) => a.fromMs - b.fromMs);
}

/** What of a stretch none of these covers. */
function outside(whole: Span, covers: readonly Span[]): readonly Span[] {
  return covers.reduce<readonly Span[]>(
    (left, cover) =>
      left.flatMap(({ fromMs, toMs }) =>
        [
          { fromMs, toMs: Math.min(toMs, cover.fromMs) },
          { fromMs: Math.max(fromMs, cover.toMs), toMs },
        ].filter((span) => span.fromMs < span.toMs),
      ),
    [{ fromMs: whole.fromMs, toMs: whole.toMs }],
  );
}
