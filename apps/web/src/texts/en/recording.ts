import type { Catalogue } from "@veche/ui";

export const recordingEn = {
  "recording.byMe": "You record the call",
  "recording.start": "Record the call",
  "recording.stop": "Stop recording",
  "recording.stopTitle": "Stop recording?",
  "recording.stopAdvice":
    "The recording ends for everybody. What is recorded so far stays.",
  "recording.stopNow": "Stop for everybody",
  "recording.startTitle": "Record the call",
  "recording.startAdvice":
    "Everybody in the call is asked for consent to each purpose. Only those who agree are recorded.",
  "recording.startPurposes": "What the recording is for",
  "recording.startNow": "Start recording",
} as const satisfies Catalogue;
