import { Type } from "typebox";
import { WebhookEndpointIdSchema, WebhookMessageIdSchema } from "../ids.ts";
import { closed, nullable, oneOf } from "../shapes.ts";
import {
  WebhookAttempt,
  WebhookEndpoint,
  WebhookEventTypeSchema,
  WebhookMessage,
} from "../webhooks.ts";
import { webhookMessageStates } from "../webhook-words.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Webhooks";
const access = { kind: "user", anyOf: ["admin"] } as const;
const ofEndpoint = closed({ endpointId: WebhookEndpointIdSchema });
const ofMessage = closed({
  endpointId: WebhookEndpointIdSchema,
  messageId: WebhookMessageIdSchema,
});
const { url, description, eventTypes } = WebhookEndpoint.properties;
const errors = ["request.not_found"] as const;

/** The administrator's side of webhooks (B21). Requests are described in docs/protocol/webhooks.md. */
export const webhookEndpoints = {
  listWebhookEndpoints: endpoint({
    method: "GET",
    path: "/api/v1/webhooks",
    tag,
    summary: "Where the company's systems are told what happens here",
    access,
    status: 200,
    response: closed({ items: Type.Array(WebhookEndpoint) }),
    errors: [],
  }),
  createWebhookEndpoint: endpoint({
    method: "POST",
    path: "/api/v1/webhooks",
    tag,
    summary:
      "Add an endpoint; the answer is the only one that shows its secret",
    access,
    body: closed({ url, description, eventTypes }),
    status: 201,
    response: closed({ endpoint: WebhookEndpoint, secret: Type.String() }),
    errors: [],
  }),
  updateWebhookEndpoint: endpoint({
    method: "PUT",
    path: "/api/v1/webhooks/:endpointId",
    tag,
    summary:
      "Change an endpoint, switch it off, or on again: then what waited is posted at once",
    access,
    params: ofEndpoint,
    body: closed({ url, description, eventTypes, isOff: Type.Boolean() }),
    status: 200,
    response: WebhookEndpoint,
    errors,
  }),
  deleteWebhookEndpoint: endpoint({
    method: "DELETE",
    path: "/api/v1/webhooks/:endpointId",
    tag,
    summary: "Remove an endpoint with what waits for it and its log",
    access,
    params: ofEndpoint,
    status: 204,
    response: Type.Null(),
    errors,
  }),
  /** Both secrets sign until the old one ends, so that a receiver can change over in its own time. */
  rotateWebhookEndpointSecret: endpoint({
    method: "POST",
    path: "/api/v1/webhooks/:endpointId/secret",
    tag,
    summary:
      "Make a new secret; the old one signs too for as long as is asked, a day at most",
    access,
    params: ofEndpoint,
    body: closed({
      keepOldForMs: Type.Integer({ minimum: 0, maximum: 86_400_000 }),
    }),
    status: 200,
    response: closed({ secret: Type.String() }),
    errors,
  }),
  /** Posts `webhook.test` with empty data now, signed as every other, out of turn and once. */
  testWebhookEndpoint: endpoint({
    method: "POST",
    path: "/api/v1/webhooks/:endpointId/test",
    tag,
    summary: "Try an endpoint now",
    access,
    params: ofEndpoint,
    status: 200,
    response: WebhookAttempt,
    errors,
  }),
  listWebhookMessages: endpoint({
    method: "GET",
    path: "/api/v1/webhooks/:endpointId/messages",
    tag,
    summary: "What was posted to an endpoint and what waits, the newest first",
    access,
    params: ofEndpoint,
    query: closed({
      state: Type.Optional(oneOf(webhookMessageStates)),
      /** The `next` of the page before. */
      before: Type.Optional(Type.Integer({ minimum: 1 })),
    }),
    status: 200,
    response: closed({
      items: Type.Array(WebhookMessage, { maxItems: 50 }),
      next: nullable(Type.Integer({ minimum: 1 })),
    }),
    errors,
  }),
  /** It goes behind those that wait. A receiver that had it knows it by its `webhook-id`. */
  replayWebhookMessage: endpoint({
    method: "POST",
    path: "/api/v1/webhooks/:endpointId/messages/:messageId/replay",
    tag,
    summary: "Post a message once more",
    access,
    params: ofMessage,
    status: 204,
    response: Type.Null(),
    errors,
  }),
  skipWebhookMessage: endpoint({
    method: "POST",
    path: "/api/v1/webhooks/:endpointId/messages/:messageId/skip",
    tag,
    summary: "Give a waiting message up, so that the next ones go on",
    access,
    params: ofMessage,
    status: 204,
    response: Type.Null(),
    errors,
  }),
  listWebhookEvents: endpoint({
    method: "GET",
    path: "/api/v1/webhook-events",
    tag,
    summary: "Every event there is, with the JSON Schema of its body",
    access: { kind: "user" },
    status: 200,
    response: closed({
      items: Type.Array(
        closed({ type: WebhookEventTypeSchema, schema: Type.Unknown() }),
      ),
    }),
    errors: [],
  }),
} as const;
