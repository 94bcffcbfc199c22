import {
  webhookBodySchema,
  webhookEndpoints,
  webhookEventTypes,
  type WebhookEndpointId,
  type WebhookMessageId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { postMessage } from "../post-message.ts";
import { changeEndpoint, rowOf, type EndpointRow } from "../store/endpoints.ts";
import { listMessages, replayMessage, skipMessage } from "../store/messages.ts";
import type { WebhookPowers } from "../webhook-powers.ts";

/** What was posted and what waits, and trying it; for administrators. The catalogue is for everybody who is signed in. */
export function messageRoutes(
  powers: WebhookPowers,
  wake: () => void,
): readonly Route[] {
  const { db, transact } = powers.database;
  const existing = async (id: WebhookEndpointId): Promise<EndpointRow> => {
    const endpoint = await rowOf(db, id);
    if (endpoint === undefined) throw new AppError("request.not_found");
    return endpoint;
  };
  return [
    route(webhookEndpoints.testWebhookEndpoint, async ({ params }) =>
      test(powers, await existing(params.endpointId)),
    ),
    route(webhookEndpoints.listWebhookMessages, async ({ params, query }) => {
      const { id } = await existing(params.endpointId);
      return listMessages(db, id, query);
    }),
    route(
      webhookEndpoints.replayWebhookMessage,
      async ({ actor, params: { endpointId, messageId: id } }) => {
        const isThere = await transact(actor, ({ tx }) =>
          replayMessage(tx, { endpointId, id }),
        );
        if (!isThere) throw new AppError("request.not_found");
        wake();
        return null;
      },
    ),
    route(
      webhookEndpoints.skipWebhookMessage,
      async ({ actor, params: { endpointId, messageId: id } }) => {
        const isThere = await transact(actor, async ({ tx }) => {
          const waited = await skipMessage(tx, { endpointId, id });
          // The pause was this message's.
          if (waited)
            await changeEndpoint(tx, endpointId, { nextAttemptAt: null });
          return waited;
        });
        if (!isThere) throw new AppError("request.not_found");
        wake();
        return null;
      },
    ),
    route(webhookEndpoints.listWebhookEvents, async () => ({
      items: catalogue,
    })),
  ];
}

const catalogue = webhookEventTypes.map((type) => ({
  type,
  schema: webhookBodySchema(type),
}));

/** Out of turn and out of the log: it says nothing of what happened. */
async function test(powers: WebhookPowers, endpoint: EndpointRow) {
  const id: WebhookMessageId = powers.ids.next();
  const body = JSON.stringify({
    type: "webhook.test",
    timestamp: powers.clock.now().toISOString(),
    data: {},
  });
  const { at, answer, tookMs } = await postMessage(powers, endpoint, {
    id,
    body,
  });
  return { at: at.toISOString(), status: answer?.status ?? null, tookMs };
}
