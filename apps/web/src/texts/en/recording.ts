import type { Catalogue } from "@veche/ui";

export const recordingEn = {
  "recording.by": "{name} records the call",
  "recording.byMe": "You record the call",
  "recording.since": "since {at}",
  "recording.mineAsked": "You are not recorded until you answer.",
  "recording.mineGiven": "You are recorded.",
  "recording.mineNot": "You are not recorded.",
  "recording.answer": "Answer",
  "recording.myConsent": "My consent",
  "recording.withdrawn": "Nothing more of you is recorded.",
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
