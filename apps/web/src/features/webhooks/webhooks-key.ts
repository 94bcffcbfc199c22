import type { WebhookEndpointId } from "@veche/contracts";

export const webhooksKey = ["webhooks"] as const;
export const messagesKey = (id: WebhookEndpointId) =>
  [...webhooksKey, id, "messages"] as const;
