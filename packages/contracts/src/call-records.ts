import { Type, type Static } from "typebox";
import {
  CallEndReasonSchema,
  CallEquipment,
  CallMediaSchema,
  ladderSteps,
  qualityLevels,
  qualityReasons,
  QualitySample,
} from "./calls.ts";
import { CallIdSchema, PrincipalIdSchema } from "./ids.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";

/** How packets went: `direct` between the two addresses, or by the relay, over what. */
export const networkPaths = [
  "direct",
  "relay_udp",
  "relay_tcp",
  "relay_tls",
  "unknown",
] as const;
export type NetworkPath = (typeof networkPaths)[number];

/** Which direction of a participant's line was at fault. */
export const lineSides = ["sending", "receiving", "both"] as const;
export type LineSide = (typeof lineSides)[number];

/** What happened in a call, in the words of its flight recorder. */
export const callEventKinds = [
  "joined",
  "live",
  "lost",
  "held",
  "left",
  "microphone_on",
  "microphone_off",
  "camera_on",
  "camera_off",
  "screen_on",
  "screen_off",
  "equipment",
  /** Of the call itself. */
  "began",
  "to_server",
  "server_replaced",
  "ended",
] as const;
export type CallEventKind = (typeof callEventKinds)[number];

export const CallEvent = closed({
  at: Instant,
  kind: oneOf(callEventKinds),
  /** Whose; null: of the call. */
  principalId: nullable(PrincipalIdSchema),
  equipment: Type.Optional(CallEquipment),
});
export type CallEvent = Static<typeof CallEvent>;

const ratio = Type.Number({ minimum: 0, maximum: 1 });

/** A stretch of a participant's call that was weak or bad, and why: the figures are the worst of it. */
export const CallTrouble = closed({
  fromAt: Instant,
  toAt: Instant,
  level: oneOf(qualityLevels),
  reason: oneOf(qualityReasons),
  side: oneOf(lineSides),
  lossRatio: nullable(ratio),
  roundTripMs: nullable(Type.Number({ minimum: 0 })),
  jitterMs: nullable(Type.Number({ minimum: 0 })),
  path: oneOf(networkPaths),
  /** The furthest step of the ladder that was taken in it. */
  step: oneOf(ladderSteps),
});
export type CallTrouble = Static<typeof CallTrouble>;

/** How the call was for one participant, as it is kept when it is over. */
export const CallVerdict = closed({
  principalId: PrincipalIdSchema,
  name: DisplayName,
  /** The worst level that lasted ten seconds or more, and what caused it most. */
  level: oneOf(qualityLevels),
  reason: oneOf(qualityReasons),
  path: oneOf(networkPaths),
  /** For how much of the measured time it was weak or bad. */
  troubledRatio: ratio,
  step: oneOf(ladderSteps),
});
export type CallVerdict = Static<typeof CallVerdict>;

/** One call in the view of all calls. */
export const CallRecordLine = closed({
  callId: CallIdSchema,
  media: CallMediaSchema,
  topology: oneOf(["p2p", "sfu"]),
  createdAt: Instant,
  endedAt: Instant,
  endReason: CallEndReasonSchema,
  durationMs: Type.Integer({ minimum: 0 }),
  level: oneOf(qualityLevels),
  verdicts: Type.Array(CallVerdict),
});
export type CallRecordLine = Static<typeof CallRecordLine>;

/** How many calls of a day were how; of all that fit the filters, not of the page. */
export const CallTrend = closed({
  /** The day in UTC, `2026-05-01`. */
  day: Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d$" }),
  calls: Type.Integer({ minimum: 0 }),
  weak: Type.Integer({ minimum: 0 }),
  bad: Type.Integer({ minimum: 0 }),
});
export type CallTrend = Static<typeof CallTrend>;

/** Everything that is known of one call. */
export const FlightRecord = closed({
  callId: CallIdSchema,
  media: CallMediaSchema,
  topology: oneOf(["p2p", "sfu"]),
  createdAt: Instant,
  liveAt: nullable(Instant),
  endedAt: nullable(Instant),
  endReason: nullable(CallEndReasonSchema),
  events: Type.Array(CallEvent),
  participants: Type.Array(
    closed({
      principalId: PrincipalIdSchema,
      name: DisplayName,
      samples: Type.Array(QualitySample),
      troubles: Type.Array(CallTrouble),
    }),
  ),
});
export type FlightRecord = Static<typeof FlightRecord>;
