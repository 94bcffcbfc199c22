import type { MediaSource, MediaState, SentLine } from "@veche/contracts";
import type { FeedId, ViewedLine } from "./video-room.ts";

/** A viewer gets no more of each, however many take part; shared screens come besides. */
export interface RoomLimits {
  readonly pictures: number;
  readonly voices: number;
}

export const usualLimits: RoomLimits = { pictures: 25, voices: 10 };

/** Who has a place keeps it against somebody who was heard a little later: places do not flap. */
const keptForMs = 4_000;

/** Another participant, as a viewer may get them. */
export interface Sight {
  readonly feedId: FeedId;
  readonly lines: readonly SentLine[];
  /** What they say they send; undefined while nobody told: then all of it may come. */
  readonly media: MediaState | undefined;
  /** When they were heard last: now, while they talk; 0: never. */
  readonly heardAtMs: number;
  /** Shown large to all, or pinned by this viewer. */
  readonly isMust: boolean;
  /** Told to be silent, and did not obey in time: their voice comes to nobody. */
  readonly isSilenced?: boolean;
}

/** A line of somebody's, by the name the room knows it under. */
export interface FeedLine {
  readonly feedId: FeedId;
  readonly feedMid: string;
  readonly source: MediaSource;
}

/** A line that comes to a viewer, with what it carries. */
export interface HeldLine extends ViewedLine {
  readonly source: MediaSource;
}

export const isSameLine = (
  one: Pick<FeedLine, "feedId" | "feedMid">,
  other: Pick<FeedLine, "feedId" | "feedMid">,
): boolean => one.feedId === other.feedId && one.feedMid === other.feedMid;

const keyOf = ({
  feedId,
  feedMid,
}: Pick<FeedLine, "feedId" | "feedMid">): string => `${feedId} ${feedMid}`;

/**
 * What one viewer is to get of all the others: the pictures and voices of those who must be seen and of those who spoke
 * last, and every shared screen. In a small room that is everything.
 */
export function wantedLines(
  others: readonly Sight[],
  {
    held,
    nowMs,
    limits = usualLimits,
  }: {
    readonly held: readonly ViewedLine[];
    readonly nowMs: number;
    readonly limits?: RoomLimits;
  },
): readonly FeedLine[] {
  const holds = new Set(held.map(keyOf));
  const linesOf = (source: MediaSource) =>
    others.flatMap((sight) =>
      (source === "microphone" && sight.isSilenced === true ? [] : sight.lines)
        .filter((line) => line.source === source)
        .map(({ mid }) => {
          const line = { feedId: sight.feedId, feedMid: mid, source };
          const isHeld = holds.has(keyOf(line));
          return { line, claim: claimOf(sight, { source, isHeld, nowMs }) };
        }),
    );
  return [
    ...first(limits.voices, linesOf("microphone")),
    ...first(limits.pictures, linesOf("camera")),
    ...shared(linesOf("screen")),
    ...shared(linesOf("screenSound")),
  ];
}

interface Claimed {
  readonly line: FeedLine;
  readonly claim: number;
}

const noClaim = -1;

function claimOf(
  { media, isMust, heardAtMs }: Sight,
  {
    source,
    isHeld,
    nowMs,
  }: {
    readonly source: MediaSource;
    readonly isHeld: boolean;
    readonly nowMs: number;
  },
): number {
  const told = source === "screenSound" ? "screen" : source;
  const kept = isHeld ? keptForMs : 0;
  if (media?.[told] === false) return isHeld ? noClaim / 2 : noClaim;
  // A microphone is not pinned: what is looked at may be silent.
  if (isMust && source === "camera") return nowMs + 2 * keptForMs;
  return heardAtMs + kept;
}

/** The strongest claims; among equals those who came first. */
function first(most: number, lines: readonly Claimed[]): readonly FeedLine[] {
  const chosen =
    lines.length <= most
      ? lines
      : lines.toSorted((one, other) => other.claim - one.claim).slice(0, most);
  return chosen.map(({ line }) => line);
}

const shared = (lines: readonly Claimed[]): readonly FeedLine[] =>
  lines.filter(({ claim }) => claim >= 0).map(({ line }) => line);
