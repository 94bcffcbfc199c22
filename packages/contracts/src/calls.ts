import { Type, type Static } from "typebox";
import {
  CallIdSchema,
  ConversationIdSchema,
  DeviceIdSchema,
  JoinIdSchema,
  PrincipalIdSchema,
  RequestIdSchema,
  RoomIdSchema,
} from "./ids.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";

export const callMedia = ["audio", "video"] as const;
export type CallMedia = (typeof callMedia)[number];
export const CallMediaSchema = oneOf(callMedia);

/**
 * `hung_up` one side pressed End · `cancelled` the caller gave up while it rang · `declined` and `unanswered`
 * by the called side · `lost` a seat was held and nobody came back · `ended` the session it belonged to ended ·
 * `busy` the called one was in another call · `moved` it goes on in a group, with more people; said in the log alone.
 */
export const callEndReasons = [
  "hung_up",
  "cancelled",
  "declined",
  "unanswered",
  "lost",
  "ended",
  "busy",
  "moved",
] as const;
export type CallEndReason = (typeof callEndReasons)[number];
export const CallEndReasonSchema = oneOf(callEndReasons);

/** What a participant sends now; the others' screens show it. */
export const MediaState = closed({
  microphone: Type.Boolean(),
  camera: Type.Boolean(),
  screen: Type.Boolean(),
});
export type MediaState = Static<typeof MediaState>;

export const participantStates = [
  "invited",
  "joining",
  "live",
  "reconnecting",
  "left",
] as const;
export type ParticipantState = (typeof participantStates)[number];

/**
 * How a supervisor takes part in the session of others (B2, B15): `listen` hears and sees, and is not heard · `whisper`
 * is heard by the operator alone · `join` is heard and seen by all.
 */
export const supervisionModes = ["listen", "whisper", "join"] as const;
export type SupervisionMode = (typeof supervisionModes)[number];
export const SupervisionModeSchema = oneOf(supervisionModes);

export const CallParticipant = closed({
  principalId: PrincipalIdSchema,
  kind: oneOf(["user", "customer", "guest"]),
  name: DisplayName,
  state: oneOf(participantStates),
  /** The peer connection this participant answers on; null until they join. A change means: build a new one. */
  joinId: nullable(JoinIdSchema),
  deviceId: nullable(DeviceIdSchema),
  /** The one that yields when two offers cross (RFC 8829 "perfect negotiation"); exactly one of two is polite. */
  isPolite: Type.Boolean(),
  media: MediaState,
  /** While `reconnecting`: when the seat is given up. */
  heldUntil: nullable(Instant),
  /** A supervisor beside the two of a session. Absent: one of those the call is of. */
  supervision: Type.Optional(SupervisionModeSchema),
});
export type CallParticipant = Static<typeof CallParticipant>;

export const Call = closed({
  id: CallIdSchema,
  conversationId: ConversationIdSchema,
  /** The contact-centre request it serves, if any. */
  requestId: nullable(RequestIdSchema),
  media: CallMediaSchema,
  /** `pair`: two who are named from the start. `group`: every member of the conversation may come, go and come again. */
  kind: oneOf(["pair", "group"]),
  /** `p2p`: two connect to each other. `sfu`: everybody connects to the media server, in the room `roomId`. */
  topology: oneOf(["p2p", "sfu"]),
  /** Another one than before means: build the connections to the media server anew. Null while `p2p`. */
  roomId: nullable(RoomIdSchema),
  state: oneOf(["ringing", "active", "ended"]),
  callerId: PrincipalIdSchema,
  participants: Type.Array(CallParticipant),
  /** Members of the conversation whom it rings for now, besides those who have a seat. Absent: nobody. */
  ringing: Type.Optional(Type.Array(PrincipalIdSchema)),
  createdAt: Instant,
  /** When both sides were live for the first time: the timer's zero. */
  liveAt: nullable(Instant),
  endedAt: nullable(Instant),
  endReason: nullable(CallEndReasonSchema),
  /** To the customer: a supervisor hears the call, who is not named. Absent: nobody does, or it is not told. */
  isSupervised: Type.Optional(Type.Literal(true)),
  /** Grows with every change of the call: an older view arriving late is dropped. */
  revision: Type.Integer({ minimum: 1 }),
});
export type Call = Static<typeof Call>;

export const IceServer = closed({
  urls: Type.Array(Type.String()),
  username: Type.Optional(Type.String()),
  credential: Type.Optional(Type.String()),
});
export type IceServer = Static<typeof IceServer>;

export const IceConfiguration = closed({
  iceServers: Type.Array(IceServer),
  /** When the TURN credentials stop working; renew before. */
  expiresAt: Instant,
});
export type IceConfiguration = Static<typeof IceConfiguration>;

/** Session description or candidate, passed between two joins untouched. */
export const Signal = Type.Union([
  closed({
    kind: Type.Literal("description"),
    type: oneOf(["offer", "answer", "pranswer", "rollback"]),
    sdp: Type.String({ maxLength: 40_000 }),
    /** Which incoming stream is the screen: ids of the sender's media stream tracks' transceivers (mid). */
    screenMids: Type.Array(Type.String({ maxLength: 16 }), { maxItems: 4 }),
  }),
  closed({
    kind: Type.Literal("candidate"),
    candidate: Type.String({ maxLength: 2000 }),
    sdpMid: nullable(Type.String({ maxLength: 16 })),
    sdpMLineIndex: nullable(Type.Integer({ minimum: 0, maximum: 64 })),
    usernameFragment: nullable(Type.String({ maxLength: 256 })),
  }),
]);
export type Signal = Static<typeof Signal>;

/** What one line of a connection carries. */
export const mediaSources = [
  "microphone",
  "camera",
  "screen",
  "screenSound",
] as const;
export type MediaSource = (typeof mediaSources)[number];

const mid = Type.String({ minLength: 1, maxLength: 16 });

/** A line that I send to the media server. */
export const SentLine = closed({ mid, source: oneOf(mediaSources) });
export type SentLine = Static<typeof SentLine>;

/** A line that the media server sends to me: whose, and what of theirs. */
export const ReceivedLine = closed({
  mid,
  joinId: JoinIdSchema,
  source: oneOf(mediaSources),
});
export type ReceivedLine = Static<typeof ReceivedLine>;

/** How I show the others: their pictures with their heights in pixels of the screen, and whom I pinned. */
export const Look = closed({
  pictures: Type.Array(
    closed({
      joinId: JoinIdSchema,
      source: oneOf(["camera", "screen"]),
      height: Type.Integer({ minimum: 1, maximum: 4320 }),
    }),
    { maxItems: 64 },
  ),
  /** Their pictures always come, whoever speaks. */
  pinned: Type.Array(JoinIdSchema, { maxItems: 24 }),
});
export type Look = Static<typeof Look>;

/** A description of a connection to the media server; it grows with the number of those who take part. */
export const RoomSdp = Type.String({ minLength: 1, maxLength: 60_000 });

/** A conversation with more other people than this is told of its call; nobody is rung. */
export const MAX_RUNG_PEOPLE = 20;

/** What was made ready while it rang, for the life of the caller that the early offer came from. */
export const EarlyAnswer = closed({
  toJoinId: JoinIdSchema,
  signals: Type.Array(Signal, { minItems: 1, maxItems: 40 }),
});
export type EarlyAnswer = Static<typeof EarlyAnswer>;

export const qualityLevels = [
  "excellent",
  "good",
  "weak",
  "bad",
  "unknown",
] as const;
export type QualityLevel = (typeof qualityLevels)[number];

/** Why the level is not excellent, in the order of what hurts most. */
export const qualityReasons = [
  "none",
  "no_packets",
  "loss",
  "delay",
  "jitter",
  "freezes",
  "bandwidth",
  "cpu",
] as const;
export type QualityReason = (typeof qualityReasons)[number];

/** How one direction of a participant's line is, with what disturbs it most. */
export const LineQuality = closed({
  level: oneOf(qualityLevels),
  reason: oneOf(qualityReasons),
});
export type LineQuality = Static<typeof LineQuality>;

/**
 * What a participant gives up on a bad line, one after another, so that the sound stays: `reduced` a smaller picture ·
 * `low` a tiny one, few frames · `no_picture` the camera waits · `sound_only` pictures of others wait, too.
 */
export const ladderSteps = [
  "full",
  "reduced",
  "low",
  "no_picture",
  "sound_only",
] as const;
export type LadderStep = (typeof ladderSteps)[number];

const ratio = Type.Number({ minimum: 0, maximum: 1 });
const whole = Type.Integer({ minimum: 0 });

/** One second of one participant's statistics, seen from their browser (conventions A.11). */
export const QualitySample = closed({
  at: Instant,
  level: oneOf(qualityLevels),
  reason: oneOf(qualityReasons),
  /** Mean opinion score by the formula of conventions A.11, 1–5. */
  mos: nullable(Type.Number({ minimum: 1, maximum: 5 })),
  roundTripMs: nullable(Type.Number({ minimum: 0 })),
  jitterMs: nullable(Type.Number({ minimum: 0 })),
  /** Of what we receive, and what the other side reports of what we send. */
  receivedLossRatio: nullable(ratio),
  sentLossRatio: nullable(ratio),
  receivedKbps: whole,
  sentKbps: whole,
  availableOutgoingKbps: nullable(whole),
  framesPerSecond: nullable(Type.Number({ minimum: 0 })),
  frameHeight: nullable(whole),
  freezeRatio: nullable(ratio),
  concealedRatio: nullable(ratio),
  limitation: nullable(oneOf(["none", "cpu", "bandwidth", "other"])),
  /** Types of the chosen pair, e.g. "host/relay udp". */
  path: nullable(Type.String({ maxLength: 60 })),
  /** `level` is the worse of the two. Absent in what older clients measured. */
  sending: Type.Optional(LineQuality),
  receiving: Type.Optional(LineQuality),
  /** Absent while nothing is given up. */
  step: Type.Optional(oneOf(ladderSteps)),
});
export type QualitySample = Static<typeof QualitySample>;

/** What a participant takes part with, for who looks for the cause of a trouble. Names as the browser tells them. */
export const CallEquipment = closed({
  browser: Type.String({ maxLength: 60 }),
  microphone: nullable(Type.String({ maxLength: 120 })),
  camera: nullable(Type.String({ maxLength: 120 })),
});
export type CallEquipment = Static<typeof CallEquipment>;

/** How a participant of a group's call is now. */
export const ParticipantQuality = closed({
  principalId: PrincipalIdSchema,
  level: oneOf(qualityLevels),
  reason: oneOf(qualityReasons),
  sending: nullable(LineQuality),
  receiving: nullable(LineQuality),
  step: oneOf(ladderSteps),
});
export type ParticipantQuality = Static<typeof ParticipantQuality>;
