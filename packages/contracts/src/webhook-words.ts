/**
 * What a company's systems can be told of. Names are Standard Webhooks' form, dotted; what happened stands in the past
 * tense. A consumer ignores a name it does not know: more will come.
 */
export const webhookEventTypes = [
  "call.started",
  "call.ended",
  "queue.entered",
  "queue.left",
  "request.accepted",
  "request.transferred",
  "request.ended",
  "rating.created",
  "rating.changed",
  "offer.created",
  "offer.accepted",
  "offer.declined",
  "offer.timed_out",
  "offer.withdrawn",
  "operator.state_changed",
  "recording.started",
  "recording.ended",
  "consent.given",
  "consent.refused",
  "consent.withdrawn",
  "conference.planned",
  "conference.changed",
  "conference.cancelled",
  "object.conversation_created",
] as const;
export type WebhookEventType = (typeof webhookEventTypes)[number];

/**
 * Why nothing is posted to an endpoint: an administrator switched it off · it answered 410 Gone · it took nothing for a
 * day (Standard Webhooks, "Failed deliveries").
 */
export const webhookEndReasons = ["switched_off", "gone", "failing"] as const;
export type WebhookEndReason = (typeof webhookEndReasons)[number];

/** `waiting`: it will be posted, or posted again · `delivered`: answered 2xx · `skipped`: an administrator gave it up. */
export const webhookMessageStates = [
  "waiting",
  "delivered",
  "skipped",
] as const;
export type WebhookMessageState = (typeof webhookMessageStates)[number];
