import { webhookEndpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import { listEndpoints } from "../store/endpoints.ts";
import {
  createEndpoint,
  deleteEndpoint,
  rotateEndpointSecret,
  updateEndpoint,
} from "../use-cases/change-endpoints.ts";
import type { WebhookPowers } from "../webhook-powers.ts";

/** Where the company's systems are told what happens; for administrators. */
export const endpointRoutes = (
  powers: WebhookPowers,
  wake: () => void,
): readonly Route[] => [
  route(webhookEndpoints.listWebhookEndpoints, async () => ({
    items: [...(await listEndpoints(powers.database.db))],
  })),
  route(webhookEndpoints.createWebhookEndpoint, ({ actor, body }) =>
    createEndpoint(powers, actor, body),
  ),
  route(
    webhookEndpoints.updateWebhookEndpoint,
    async ({ actor, params: { endpointId: id }, body }) => {
      const endpoint = await updateEndpoint(powers, actor, { ...body, id });
      wake();
      return endpoint;
    },
  ),
  route(
    webhookEndpoints.deleteWebhookEndpoint,
    async ({ actor, params: { endpointId } }) => {
      await deleteEndpoint(powers, actor, endpointId);
      return null;
    },
  ),
  route(
    webhookEndpoints.rotateWebhookEndpointSecret,
    ({ actor, params: { endpointId: id }, body }) =>
      rotateEndpointSecret(powers, actor, { ...body, id }),
  ),
];
