import type { CommandHandlers } from "../../../platform/realtime/command.ts";
import type { RecordingPowers } from "../recording-powers.ts";
import { recordingView } from "../recording-view.ts";
import { answerConsent } from "../use-cases/answer-consent.ts";
import { startRecording } from "../use-cases/start-recording.ts";
import { stopRecording } from "../use-cases/stop-recording.ts";

/** The socket's commands that begin with `recording.`. */
export const recordingCommands = (
  powers: RecordingPowers,
): CommandHandlers => ({
  "recording.start": async (context, params) =>
    recordingView(await startRecording(powers, context, params)),
  "recording.stop": async (context, { recordingId }) =>
    recordingView(await stopRecording(powers, context, recordingId)),
  "recording.consent": async (context, params) =>
    recordingView(await answerConsent(powers, context, params)),
});
