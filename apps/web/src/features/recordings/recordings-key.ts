import type { RecordingId } from "@veche/contracts";

export const recordingsKey = ["recordings"] as const;
export const recordingKey = (id: RecordingId) =>
  [...recordingsKey, id] as const;
