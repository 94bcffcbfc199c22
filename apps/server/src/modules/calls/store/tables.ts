import type {
  CallEndReason,
  CallId,
  CallMedia,
  ClientId,
  ConversationId,
  DeviceId,
  JoinId,
  MediaState,
  ParticipantState,
  PrincipalId,
  QualityLevel,
  QualitySample,
  RequestId,
} from "@veche/contracts";

export interface CallsTable {
  id: CallId;
  conversationId: ConversationId;
  requestId: RequestId | null;
  media: CallMedia;
  state: "ringing" | "active" | "ended";
  callerId: PrincipalId;
  /** The caller's own id of the command that made it; null when a request did. */
  clientId: ClientId | null;
  createdAt: Date;
  ringsUntil: Date | null;
  liveAt: Date | null;
  endedAt: Date | null;
  endReason: CallEndReason | null;
  lostId: PrincipalId | null;
  revision: number;
  /** The worst lasting level, known some time after the end. */
  quality: QualityLevel | null;
}

export interface CallParticipantsTable {
  callId: CallId;
  principalId: PrincipalId;
  /** Order of coming. */
  place: number;
  kind: "user" | "customer";
  name: string;
  state: ParticipantState;
  joinId: JoinId | null;
  deviceId: DeviceId | null;
  connectionId: string | null;
  link: "none" | "live" | "lost";
  isPolite: boolean;
  media: MediaState;
  heldUntil: Date | null;
}

interface CallQualitySamplesTable {
  callId: CallId;
  principalId: PrincipalId;
  at: Date;
  sample: QualitySample;
}

export interface CallsTables {
  calls: CallsTable;
  callParticipants: CallParticipantsTable;
  callQualitySamples: CallQualitySamplesTable;
}
