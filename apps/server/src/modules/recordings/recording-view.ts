import type { Recording } from "@veche/contracts";
import type { RecordingRecord } from "./domain/recording-record.ts";

/** The recording as everybody in the call sees it. */
export const recordingView = (recording: RecordingRecord): Recording => ({
  id: recording.id,
  callId: recording.callId,
  conversationId: recording.conversationId,
  purposes: [...recording.purposes],
  state: recording.state,
  startedBy: recording.startedBy,
  startedByName: recording.startedByName,
  startedAt: recording.startedAt.toISOString(),
  endedAt: recording.endedAt?.toISOString() ?? null,
  endReason: recording.endReason,
  people: recording.people.map(({ principalId, kind, name, consents }) => ({
    principalId,
    kind,
    name,
    consents: consents.map(({ purpose, answer, textVersion, answeredAt }) => ({
      purpose,
      answer,
      textVersion,
      answeredAt: answeredAt?.toISOString() ?? null,
    })),
  })),
  revision: recording.revision,
});
