import type { Generated, JSONColumnType } from "kysely";
import type {
  CallId,
  ClientId,
  ConsentAnswer,
  ConversationId,
  Id,
  MediaSource,
  PrincipalId,
  RecordedTrackId,
  RecordingEndReason,
  RecordingId,
  RecordingPurpose,
  RequestId,
  Role,
  TrackEndReason,
} from "@veche/contracts";

/** One life of a connection, recorded in one go. */
export type PartId = Id<"part">;

interface RecordingsTable {
  id: RecordingId;
  callId: CallId;
  conversationId: ConversationId;
  /** The contact centre's request that the call served, if any. */
  requestId: RequestId | null;
  purposes: JSONColumnType<RecordingPurpose[]>;
  state: "recording" | "ended";
  startedBy: PrincipalId;
  startedByName: string;
  startedAt: Date;
  endedAt: Date | null;
  endReason: RecordingEndReason | null;
  clientId: ClientId;
  revision: number;
}

/** Whoever was asked. */
interface RecordingPeopleTable {
  recordingId: RecordingId;
  principalId: PrincipalId;
  kind: "user" | "customer" | "guest";
  name: string;
  place: number;
}

interface RecordingConsentsTable {
  recordingId: RecordingId;
  principalId: PrincipalId;
  purpose: RecordingPurpose;
  answer: ConsentAnswer;
  textVersion: number;
  answeredAt: Date | null;
  /** When it was given first, whatever came after. */
  givenAt: Date | null;
}

/**
 * A file of the media server (mjr). While `endedAt` is null it grows. A row whose file never had a packet is taken away
 * when it is settled.
 */
interface RecordingTracksTable {
  id: RecordedTrackId;
  recordingId: RecordingId;
  principalId: PrincipalId;
  partId: PartId;
  source: MediaSource;
  /** Below the data folder: `recordings/<recording>/<part>-audio-0.mjr`. */
  file: string;
  startedAt: Date;
  endedAt: Date | null;
  endReason: TrackEndReason | null;
  /** What the file says, once the track has ended. */
  firstPacketAt: Date | null;
  lastPacketAt: Date | null;
  byteCount: number | null;
  /** Its person withdrew: it is to be in nothing that is made. */
  leftOutAt: Date | null;
}

interface RecordingPolicyTable {
  singleton: Generated<boolean>;
  roles: JSONColumnType<Role[]>;
}

export interface RecordingsTables {
  recordings: RecordingsTable;
  recordingPeople: RecordingPeopleTable;
  recordingConsents: RecordingConsentsTable;
  recordingTracks: RecordingTracksTable;
  recordingPolicy: RecordingPolicyTable;
}
