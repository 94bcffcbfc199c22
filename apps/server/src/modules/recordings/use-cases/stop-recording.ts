import type { RecordingId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { serverActor } from "../../../platform/db/database.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import {
  end,
  personIn,
  type RecordingRecord,
} from "../domain/recording-record.ts";
import type { RecordingPowers } from "../recording-powers.ts";
import { findRecording } from "../store/recordings.ts";
import { changeRecording } from "./change-recording.ts";
import { requireRight } from "./require-right.ts";

/**
 * Ends a recording for all; one that is over stays as it is. Refuses `recording.not_found` to those who were not in the
 * call, and what `requireRight` refuses.
 */
export async function stopRecording(
  powers: RecordingPowers,
  { principal, actor }: CommandContext,
  recordingId: RecordingId,
): Promise<RecordingRecord> {
  const known = await findRecording(powers.database.db, recordingId);
  if (known === undefined || personIn(known, principal.id) === undefined)
    throw new AppError("recording.not_found");
  if (known.state === "ended") return known;
  await requireRight(powers, principal, known.callId);
  return changeRecording(powers, actor, {
    recordingId,
    actorId: principal.id,
    step: (recording) => end(recording, "stopped", powers.clock.now()),
  });
}

/** The call is over, and its recording with it. */
export async function endWithCall(
  powers: RecordingPowers,
  { id: recordingId }: RecordingRecord,
  endedAt: Date,
): Promise<void> {
  await changeRecording(powers, serverActor, {
    recordingId,
    actorId: null,
    step: (recording) => end(recording, "call_ended", endedAt),
  });
}
