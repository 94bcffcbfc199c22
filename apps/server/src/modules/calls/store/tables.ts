import type { Generated } from "kysely";
import type {
  CallEndReason,
  CallEquipment,
  CallEventKind,
  CallId,
  CallMedia,
  ClientId,
  ConversationId,
  DeviceId,
  DrawingRight,
  JoinId,
  LadderStep,
  LobbyState,
  MediaState,
  NetworkPath,
  ParticipantState,
  PrincipalId,
  QualityLevel,
  QualityReason,
  QualitySample,
  RequestId,
  RoomId,
  SupervisionMode,
} from "@veche/contracts";
import type { JSONColumnType } from "kysely";
import type { RaisedHand, Silence } from "../domain/floor.ts";

export interface CallsTable {
  id: CallId;
  conversationId: ConversationId;
  requestId: RequestId | null;
  media: CallMedia;
  kind: "pair" | "group";
  topology: "p2p" | "sfu";
  roomId: RoomId | null;
  state: "ringing" | "active" | "ended";
  callerId: PrincipalId;
  /** The caller's own id of the command that made it; null when a request did. */
  clientId: ClientId | null;
  createdAt: Date;
  ringsUntil: Date | null;
  liveAt: Date | null;
  endedAt: Date | null;
  endReason: CallEndReason | null;
  awaitsOperator: boolean;
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
  kind: "user" | "customer" | "guest";
  name: string;
  state: ParticipantState;
  joinId: JoinId | null;
  deviceId: DeviceId | null;
  connectionId: string | null;
  link: "none" | "live" | "lost";
  isPolite: boolean;
  media: MediaState;
  heldUntil: Date | null;
  supervision: SupervisionMode | null;
  isSupervisionTold: boolean;
}

interface CallQualitySamplesTable {
  callId: CallId;
  principalId: PrincipalId;
  at: Date;
  sample: QualitySample;
}

interface CallEventsTable {
  callId: CallId;
  place: Generated<string>;
  at: Date;
  /** Null: of the call itself. */
  principalId: PrincipalId | null;
  kind: CallEventKind;
  equipment: CallEquipment | null;
}

interface CallVerdictsTable {
  callId: CallId;
  principalId: PrincipalId;
  level: QualityLevel;
  reason: QualityReason;
  path: NetworkPath;
  troubledRatio: number;
  step: LadderStep;
}

interface CallFloorsTable {
  callId: CallId;
  isLocked: boolean;
  hasLobby: boolean;
  drawing: DrawingRight;
  spotlightId: PrincipalId | null;
  hands: JSONColumnType<readonly RaisedHand[]>;
  silences: JSONColumnType<readonly Silence[]>;
  revision: number;
}

export interface LobbyPlacesTable {
  conversationId: ConversationId;
  principalId: PrincipalId;
  name: string;
  isGuest: boolean;
  state: LobbyState;
  since: Date;
  /** The socket that speaks for who waits; null: they came by another way, and go by another. */
  connectionId: string | null;
}

interface CallRingsTable {
  callId: CallId;
  principalId: PrincipalId;
  state: "ringing" | "answered" | "declined" | "missed";
  rungAt: Date;
  ringsUntil: Date | null;
}

export interface CallsTables {
  calls: CallsTable;
  callParticipants: CallParticipantsTable;
  callRings: CallRingsTable;
  /** When people looked at their calls last. */
  callLooks: { userId: PrincipalId; lookedAt: Date };
  callQualitySamples: CallQualitySamplesTable;
  callEvents: CallEventsTable;
  callVerdicts: CallVerdictsTable;
  callFloors: CallFloorsTable;
  lobbyPlaces: LobbyPlacesTable;
}
