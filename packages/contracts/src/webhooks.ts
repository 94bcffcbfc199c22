import { Type, type Static } from "typebox";
import { WebhookEndpointIdSchema, WebhookMessageIdSchema } from "./ids.ts";
import { closed, Instant, nullable, oneOf } from "./shapes.ts";
import {
  webhookEndReasons,
  webhookEventTypes,
  webhookMessageStates,
} from "./webhook-words.ts";

export const WebhookEventTypeSchema = oneOf(webhookEventTypes);

/** Where a system of the company's is told what happens here (Standard Webhooks 1.0). */
export const WebhookEndpoint = closed({
  id: WebhookEndpointIdSchema,
  url: Type.String({ minLength: 1, maxLength: 2000 }),
  /** For the administrators. */
  description: Type.String({ maxLength: 200 }),
  /** Which events it is told; empty: all of them, later ones too. */
  eventTypes: Type.Array(WebhookEventTypeSchema, {
    maxItems: webhookEventTypes.length,
    uniqueItems: true,
  }),
  createdAt: Instant,
  /** Null while it is on. What happens while it is off is not kept for it. */
  off: nullable(closed({ reason: oneOf(webhookEndReasons), at: Instant })),
  /** How many messages it has not taken yet. */
  waitingCount: Type.Integer({ minimum: 0 }),
  /** Since when it has taken none; null while it takes them. */
  failingSince: nullable(Instant),
  /** After a failure: when the next attempt is made. */
  nextAttemptAt: nullable(Instant),
});
export type WebhookEndpoint = Static<typeof WebhookEndpoint>;

/** One try to deliver a message. */
export const WebhookAttempt = closed({
  at: Instant,
  /** What it answered, HTTP; null where nobody answered. */
  status: nullable(Type.Integer()),
  tookMs: Type.Integer({ minimum: 0 }),
});
export type WebhookAttempt = Static<typeof WebhookAttempt>;

/** A message on its way to an endpoint, or delivered. */
export const WebhookMessage = closed({
  /** Goes along as `webhook-id`, the same for every attempt and replay. */
  id: WebhookMessageIdSchema,
  type: Type.Union([WebhookEventTypeSchema, Type.Literal("webhook.test")]),
  at: Instant,
  state: oneOf(webhookMessageStates),
  /** As it is posted, JSON. */
  body: Type.String(),
  /** The newest first, ten at most. */
  attempts: Type.Array(WebhookAttempt, { maxItems: 10 }),
});
export type WebhookMessage = Static<typeof WebhookMessage>;
