import type { CommandParams } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import {
  answer,
  personIn,
  type RecordingRecord,
} from "../domain/recording-record.ts";
import type { RecordingPowers } from "../recording-powers.ts";
import { leaveOut } from "../store/tracks.ts";
import { changeRecording } from "./change-recording.ts";

/**
 * What one person says to being recorded. With the last yes withdrawn, what was written of them before is marked in the
 * same transaction as to be left out. Refuses `recording.not_found` to whoever was not asked.
 */
export function answerConsent(
  powers: RecordingPowers,
  { principal, actor }: CommandContext,
  { recordingId, purposes, textVersion }: CommandParams<"recording.consent">,
): Promise<RecordingRecord> {
  const now = powers.clock.now();
  return changeRecording(powers, actor, {
    recordingId,
    actorId: principal.id,
    async step(before, { tx, happened }) {
      const person = personIn(before, principal.id);
      if (person === undefined) throw new AppError("recording.not_found");
      const answering = { purposes, textVersion, now };
      const answered = answer(before, person, answering);
      for (const fact of answered.facts)
        happened({
          ...fact,
          recordingId,
          principalId: principal.id,
          textVersion,
        });
      if (answered.isWithdrawn)
        await leaveOut(tx, { recordingId, principalId: principal.id }, now);
      return answered.recording;
    },
  });
}
