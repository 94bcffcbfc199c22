import type { CallId, PrincipalId } from "@veche/contracts";
import type { RecordingRecord } from "./domain/recording-record.ts";

/** Recordings that go on now, in memory: what a new connection is told costs no question to the database. */
export interface RecordingsBook {
  /** Keeps the newest revision; one that is over is forgotten. */
  put(recording: RecordingRecord): void;
  isRecorded(callId: CallId): boolean;
  /** Those that this person is asked in. */
  of(principalId: PrincipalId): readonly RecordingRecord[];
}

export function createRecordingsBook(): RecordingsBook {
  const recordings = new Map<CallId, RecordingRecord>();
  return {
    put(recording) {
      const known = recordings.get(recording.callId);
      const isSame = known?.id === recording.id;
      if (isSame && known.revision >= recording.revision) return;
      if (recording.state === "recording")
        recordings.set(recording.callId, recording);
      else if (isSame) recordings.delete(recording.callId);
    },
    isRecorded: (callId) => recordings.has(callId),
    of: (principalId) =>
      [...recordings.values()].filter(({ people }) =>
        people.some((person) => person.principalId === principalId),
      ),
  };
}
