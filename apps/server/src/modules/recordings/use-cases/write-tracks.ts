import { join } from "node:path";
import type { CallId, PrincipalId, RecordedTrackId } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import { mayWrite, type RecordingRecord } from "../domain/recording-record.ts";
import { compare, type PresentSeat } from "../domain/wanted-parts.ts";
import type { RecordingPowers } from "../recording-powers.ts";
import { lockRecording } from "../store/recordings.ts";
import type { PartId } from "../store/tables.ts";
import { insertTracks, openTracksOf } from "../store/tracks.ts";
import { openPartsOf } from "../tracks/open-parts.ts";
import { settlePart } from "./settle-part.ts";

export interface RecordedCall {
  readonly callId: CallId;
  /** The one that goes on, if any. */
  readonly recording: RecordingRecord | undefined;
  readonly seats: readonly PresentSeat[];
}

type Sender = ReturnType<RecordingPowers["media"]["rooms"]["senders"]>[number];

/** Makes what the media server writes equal to what was agreed to; what is written no more is settled by its files. */
export async function writeTracks(
  powers: RecordingPowers,
  { callId, recording, seats }: RecordedCall,
): Promise<void> {
  const { database, dataDir, media } = powers;
  const openTracks = await openTracksOf(database.db, callId);
  const { begin, stop, settle } = compare({
    recording,
    seats,
    senders: media.rooms.senders(callId),
    openParts: openPartsOf(openTracks, dataDir),
  });
  for (const { feedId } of stop)
    await media.rooms.stopRecording(callId, feedId);
  if (settle.length > 0) await media.rooms.filesClosed();
  for (const { part, reason } of settle) await settlePart(powers, part, reason);
  if (recording === undefined) return;
  for (const { sender, principalId } of begin)
    await beginPart(powers, recording, { sender, principalId });
}

/** The rows first: no file is without one. What was withdrawn meanwhile is seen under the recording's lock. */
async function beginPart(
  { database, ids, clock, dataDir, media }: RecordingPowers,
  { id: recordingId, callId }: RecordingRecord,
  {
    sender,
    principalId,
  }: { readonly sender: Sender; readonly principalId: PrincipalId },
): Promise<void> {
  const partId = ids.next<PartId>();
  const base = join("recordings", recordingId, partId);
  const isWanted = await database.transact(serverActor, async ({ tx }) => {
    const recording = await lockRecording(tx, recordingId);
    if (recording === undefined || !mayWrite(recording, principalId))
      return false;
    await insertTracks(
      tx,
      sender.files.map(({ source, suffix }) => ({
        id: ids.next<RecordedTrackId>(),
        recordingId,
        principalId,
        partId,
        source,
        file: `${base}${suffix}`,
        startedAt: clock.now(),
      })),
    );
    return true;
  });
  if (isWanted)
    await media.rooms.record(callId, sender.feedId, join(dataDir, base));
}
