import type { CompositionFormat, CompositionLayout } from "@veche/contracts";
import { chaptersOf, type Chapter } from "./chapters.ts";
import { arrange, type Arrangement, type Sight } from "./layout.ts";
import type { Span } from "./span.ts";

/** One person's film, or one of what they shared, on the recording's clock. */
export interface Reel {
  readonly path: string;
  readonly kind: "camera" | "screen";
  readonly name: string;
  readonly hasPicture: boolean;
  readonly hasSound: boolean;
  readonly seen: readonly Span[];
  readonly durationMs: number;
  /** While its person was written at all. */
  readonly present: readonly Span[];
  readonly voice: readonly Span[];
}

export interface FilmWish {
  readonly layout: CompositionLayout;
  readonly format: CompositionFormat;
  readonly language: "ru" | "en";
}

/** What is made of the reels; everything a run of ffmpeg needs to know. */
export interface FilmPlan extends Arrangement {
  readonly reels: readonly Reel[];
  readonly format: CompositionFormat;
  readonly durationMs: number;
  /** Reels that are heard. */
  readonly heard: readonly number[];
  readonly chapters: readonly Chapter[];
}

/**
 * Plans a film of these reels, and of nobody else: who withdrew has none. Undefined when there is nothing to make it
 * of.
 */
export function planFilm(
  reels: readonly Reel[],
  { layout, format, language }: FilmWish,
): FilmPlan | undefined {
  const durationMs = Math.max(0, ...reels.map((reel) => reel.durationMs));
  if (durationMs === 0) return undefined;
  const sights = reels.flatMap((reel, index): Sight[] =>
    reel.kind === "screen" && !reel.hasPicture
      ? []
      : [{ ...reel, reel: index }],
  );
  return {
    ...arrange(layout, sights, durationMs),
    reels,
    format,
    durationMs,
    heard: reels.flatMap(({ hasSound }, index) => (hasSound ? [index] : [])),
    chapters: chaptersOf(reels, { language, durationMs }),
  };
}
