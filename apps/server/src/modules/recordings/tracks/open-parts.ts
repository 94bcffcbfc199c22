import { dirname, join } from "node:path";
import type { TrackRow } from "../store/tracks.ts";
import type { OpenPart } from "../domain/wanted-parts.ts";

/** The lines of one life of a connection that are written, or were until something died. */
export interface WrittenPart extends OpenPart {
  readonly tracks: readonly TrackRow[];
}

export function openPartsOf(
  tracks: readonly TrackRow[],
  dataDir: string,
): readonly WrittenPart[] {
  return [...Map.groupBy(tracks, ({ partId }) => partId)].flatMap(
    ([partId, ofPart]) => {
      const [first] = ofPart;
      return first === undefined
        ? []
        : [
            {
              base: join(dataDir, dirname(first.file), partId),
              principalId: first.principalId,
              tracks: ofPart,
            },
          ];
    },
  );
}
