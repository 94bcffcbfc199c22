import { CONSENT_TEXT_VERSION, type Call, type CallId } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import { presentIn } from "../domain/present-in.ts";
import { askAll, type RecordingRecord } from "../domain/recording-record.ts";
import type { RecordingPowers } from "../recording-powers.ts";
import { standingRecordingOf } from "../store/recordings.ts";
import { changeRecording } from "./change-recording.ts";
import { endWithCall } from "./stop-recording.ts";
import { writeTracks } from "./write-tracks.ts";

/**
 * Brings the recording of a call to what the call is now: whoever came is asked, what is written is what was agreed to,
 * and with the call it ends. Run again it finds the work done.
 */
export async function followCall(
  powers: RecordingPowers,
  callId: CallId,
): Promise<void> {
  const standing = await standingRecordingOf(powers.database.db, callId);
  const call = await powers.calls.find(callId);
  const recording = standing && (await followed(powers, standing, call));
  await writeTracks(powers, {
    callId,
    recording,
    seats: call === undefined ? [] : presentIn(call),
  });
}

/** Undefined: it is over by now. */
async function followed(
  powers: RecordingPowers,
  recording: RecordingRecord,
  call: Call | undefined,
): Promise<RecordingRecord | undefined> {
  if (call === undefined || call.state === "ended") {
    const endedAt = call?.endedAt ?? null;
    await endWithCall(
      powers,
      recording,
      endedAt === null ? powers.clock.now() : new Date(endedAt),
    );
    return undefined;
  }
  const present = presentIn(call).map(({ joinId: _, ...person }) => person);
  if (askAll(recording, present, CONSENT_TEXT_VERSION) === recording)
    return recording;
  const asked = await changeRecording(powers, serverActor, {
    recordingId: recording.id,
    actorId: null,
    step: (before) => askAll(before, present, CONSENT_TEXT_VERSION),
  });
  return asked.state === "recording" ? asked : undefined;
}
