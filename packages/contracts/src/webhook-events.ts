import { Type, type Static, type TSchema } from "typebox";
import { callEndReasons, CallMediaSchema } from "./calls.ts";
import {
  operatorStates,
  RequestEndReasonSchema,
  RequestKindSchema,
} from "./contact-centre.ts";
import {
  ApplicationIdSchema,
  CallIdSchema,
  ConferenceIdSchema,
  ConversationIdSchema,
  CustomerIdSchema,
  OfferIdSchema,
  PrincipalIdSchema,
  QueueIdSchema,
  RecordingIdSchema,
  RequestIdSchema,
  UserIdSchema,
} from "./ids.ts";
import { recordingEndReasons, recordingPurposes } from "./recording-words.ts";
import { RatingScore } from "./rating.ts";
import { closed, Instant, nullable, oneOf } from "./shapes.ts";
import type { WebhookEventType } from "./webhook-words.ts";

/** Whole milliseconds. */
const durationMs = Type.Integer({ minimum: 0 });
const call = { callId: CallIdSchema, conversationId: ConversationIdSchema };
const offer = closed({
  offerId: OfferIdSchema,
  requestId: RequestIdSchema,
  operatorId: UserIdSchema,
});
const ended = closed({
  requestId: RequestIdSchema,
  reason: RequestEndReasonSchema,
});
const rating = closed({
  requestId: RequestIdSchema,
  operatorId: nullable(UserIdSchema),
  people: nullable(RatingScore),
  technology: nullable(RatingScore),
  hasComment: Type.Boolean(),
});
const consent = closed({
  recordingId: RecordingIdSchema,
  principalId: PrincipalIdSchema,
  purpose: oneOf(recordingPurposes),
  textVersion: Type.Integer({ minimum: 1 }),
});
const conference = { conferenceId: ConferenceIdSchema };

/**
 * The `data` of each event. Thin on purpose (Standard Webhooks, "Thin vs. full payloads"): ids and closed words, never
 * what was said or who somebody is; whoever needs more asks the API under a right to it.
 */
export const webhookEventData = {
  "call.started": closed({ ...call, media: CallMediaSchema }),
  "call.ended": closed({ ...call, reason: oneOf(callEndReasons), durationMs }),
  "queue.entered": closed({
    requestId: RequestIdSchema,
    queueId: QueueIdSchema,
    customerId: CustomerIdSchema,
    kind: RequestKindSchema,
  }),
  /** Nobody had taken it: the customer gave up, was lost, or nobody answered. */
  "queue.left": ended,
  "request.accepted": closed({
    requestId: RequestIdSchema,
    operatorId: UserIdSchema,
    waitedMs: durationMs,
  }),
  "request.transferred": closed({
    requestId: RequestIdSchema,
    fromOperatorId: UserIdSchema,
    toOperatorId: UserIdSchema,
  }),
  "request.ended": ended,
  "rating.created": rating,
  /** Within ten minutes: another word, which replaces the one before. */
  "rating.changed": rating,
  "offer.created": offer,
  "offer.accepted": offer,
  "offer.declined": offer,
  "offer.timed_out": offer,
  "offer.withdrawn": offer,
  "operator.state_changed": closed({
    operatorId: UserIdSchema,
    from: oneOf(operatorStates),
    to: oneOf(operatorStates),
  }),
  "recording.started": closed({ recordingId: RecordingIdSchema, ...call }),
  "recording.ended": closed({
    recordingId: RecordingIdSchema,
    ...call,
    reason: oneOf(recordingEndReasons),
    durationMs,
  }),
  "consent.given": consent,
  "consent.refused": consent,
  "consent.withdrawn": consent,
  "conference.planned": closed({
    ...conference,
    conversationId: ConversationIdSchema,
  }),
  "conference.changed": closed(conference),
  "conference.cancelled": closed(conference),
  "object.conversation_created": closed({
    applicationId: ApplicationIdSchema,
    conversationId: ConversationIdSchema,
  }),
} as const satisfies Readonly<Record<WebhookEventType, TSchema>>;

/** One thing that happened, as it is told outside. */
export type WebhookEvent = {
  [Type in WebhookEventType]: {
    readonly type: Type;
    readonly data: Static<(typeof webhookEventData)[Type]>;
  };
}[WebhookEventType];

/** The whole body of a request, as JSON Schema: what a receiver may check it against. */
export const webhookBodySchema = (type: WebhookEventType) =>
  closed({
    type: Type.Literal(type),
    /** When it happened. */
    timestamp: Instant,
    data: webhookEventData[type],
  });
