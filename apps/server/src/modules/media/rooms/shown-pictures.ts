import type { JoinId, Look } from "@veche/contracts";
import type { ShownPicture } from "./layers.ts";
import type { HeldLine } from "./wanted-lines.ts";

/** A picture's owner, as far as it matters who goes before whom. */
interface Owner {
  readonly joinId: JoinId;
  readonly heardAtMs: number;
  /** Shown large to all. */
  readonly isSpotlit: boolean;
}

const large = 720;
/** How high pictures are while nobody said so: the more there are the smaller. */
const guesses = [
  { upTo: 4, height: large },
  { upTo: 9, height: 360 },
  { upTo: Number.POSITIVE_INFINITY, height: 180 },
] as const;

/** A viewer's pictures as they show them, the most important first: what all look at, the large ones, who spoke last. */
export function shownPictures(
  pictures: readonly HeldLine[],
  look: Look | undefined,
  ownerOf: (line: HeldLine) => Owner | undefined,
): readonly ShownPicture[] {
  const guess = guesses.find(({ upTo }) => pictures.length <= upTo)?.height;
  return pictures
    .map((line) => {
      const owner = ownerOf(line);
      const source = line.source === "screen" ? "screen" : "camera";
      const said = look?.pictures.find(
        (one) => one.joinId === owner?.joinId && one.source === source,
      )?.height;
      const guessed = owner?.isSpotlit === true ? large : (guess ?? 0);
      return {
        owner,
        isScreen: source === "screen",
        picture: {
          mid: line.mid,
          source,
          height: look === undefined ? guessed : (said ?? 0),
        } as const,
      };
    })
    .toSorted(
      (one, other) =>
        Number(other.isScreen) - Number(one.isScreen) ||
        Number(other.owner?.isSpotlit ?? false) -
          Number(one.owner?.isSpotlit ?? false) ||
        other.picture.height - one.picture.height ||
        (other.owner?.heardAtMs ?? 0) - (one.owner?.heardAtMs ?? 0),
    )
    .map(({ picture }) => picture);
}
