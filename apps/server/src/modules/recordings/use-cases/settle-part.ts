import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { TrackEndReason } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import type { RecordingPowers } from "../recording-powers.ts";
import { dropTrack, settleTrack } from "../store/tracks.ts";
import type { WrittenPart } from "../tracks/open-parts.ts";
import { readTrackFacts } from "../tracks/track-facts.ts";

/**
 * Writes down when a part ended and why, by what its files say, and tells of it: an ended recording whose last part this
 * was can be lined up now. A line that never carried a packet leaves nothing.
 */
export async function settlePart(
  { database, dataDir }: Pick<RecordingPowers, "database" | "dataDir">,
  { tracks }: WrittenPart,
  endReason: TrackEndReason,
): Promise<void> {
  const settled = await Promise.all(
    tracks.map(async ({ id, file }) => {
      const path = join(dataDir, file);
      return { id, path, facts: await readTrackFacts(path) };
    }),
  );
  await database.transact(serverActor, async ({ tx, happened }) => {
    for (const { id, facts } of settled) {
      if (facts === undefined) await dropTrack(tx, id);
      else
        await settleTrack(tx, id, {
          ...facts,
          endReason,
          endedAt: facts.lastPacketAt,
        });
    }
    const [first] = tracks;
    if (first !== undefined)
      happened({ type: "recording.changed", recordingId: first.recordingId });
  });
  for (const { path, facts } of settled)
    if (facts === undefined) await rm(path, { force: true });
}
