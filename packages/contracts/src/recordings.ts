import { Type, type Static } from "typebox";
import { mediaSources } from "./calls.ts";
import {
  CallIdSchema,
  ConversationIdSchema,
  PrincipalIdSchema,
  RecordedTrackIdSchema,
  RecordingIdSchema,
} from "./ids.ts";
import {
  consentAnswers,
  recordingEndReasons,
  recordingPurposes,
  trackEndReasons,
} from "./recording-words.ts";
import { RoleSchema } from "./principals.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";

export const RecordingPurposes = Type.Array(oneOf(recordingPurposes), {
  minItems: 1,
  maxItems: recordingPurposes.length,
  uniqueItems: true,
});

/** What one person says to one purpose, and to which wording of it. */
export const Consent = closed({
  purpose: oneOf(recordingPurposes),
  answer: oneOf(consentAnswers),
  textVersion: Type.Integer({ minimum: 1 }),
  /** Of the last answer; null while it is `asked`. */
  answeredAt: nullable(Instant),
});
export type Consent = Static<typeof Consent>;

/** Somebody who is or was in the call while it was recorded. */
export const RecordingPerson = closed({
  principalId: PrincipalIdSchema,
  kind: oneOf(["user", "customer", "guest"]),
  name: DisplayName,
  /** One for each purpose of the recording, in its order. */
  consents: Type.Array(Consent),
});
export type RecordingPerson = Static<typeof RecordingPerson>;

/** A recording of a call, from its start to its end; what is made of its tracks afterwards is told elsewhere. */
export const Recording = closed({
  id: RecordingIdSchema,
  callId: CallIdSchema,
  conversationId: ConversationIdSchema,
  purposes: RecordingPurposes,
  state: oneOf(["recording", "ended"]),
  startedBy: PrincipalIdSchema,
  startedByName: DisplayName,
  startedAt: Instant,
  endedAt: nullable(Instant),
  endReason: nullable(oneOf(recordingEndReasons)),
  /** In the order they were asked. */
  people: Type.Array(RecordingPerson),
  /** Grows with every change: an older view arriving late is dropped. */
  revision: Type.Integer({ minimum: 1 }),
});
export type Recording = Static<typeof Recording>;

/** One file as the media server wrote it: one line of one life of a person's connection. */
export const RecordedTrack = closed({
  id: RecordedTrackIdSchema,
  recordingId: RecordingIdSchema,
  principalId: PrincipalIdSchema,
  source: oneOf(mediaSources),
  startedAt: Instant,
  /** Null while it is being written. */
  endedAt: nullable(Instant),
  endReason: nullable(oneOf(trackEndReasons)),
  /** Its person withdrew: it is in nothing that is made from now on. */
  isLeftOut: Type.Boolean(),
});
export type RecordedTrack = Static<typeof RecordedTrack>;

/** What the workspace has decided about recording. */
export const RecordingPolicy = closed({
  /** Whoever has one of these roles may start and stop recordings of calls they are in. */
  roles: Type.Array(RoleSchema, { uniqueItems: true }),
});
export type RecordingPolicy = Static<typeof RecordingPolicy>;
