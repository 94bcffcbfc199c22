import { applicationEndpoints, type ApplicationId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { ObjectsDeps } from "../objects-deps.ts";
import { applicationById, type ApplicationRow } from "../store/applications.ts";
import { lastDeliveries, toDelivery } from "../store/deliveries.ts";
import type { Webhooks } from "../webhooks.ts";

export interface WebhookRouteDeps extends ObjectsDeps {
  readonly webhooks: Pick<Webhooks, "test">;
}

/** How an application's webhook does, for administrators. */
export function webhookRoutes({
  database: { db },
  webhooks,
}: WebhookRouteDeps): readonly Route[] {
  const existing = async (id: ApplicationId): Promise<ApplicationRow> => {
    const application = await applicationById(db, id);
    if (application === undefined) throw new AppError("request.not_found");
    return application;
  };
  return [
    route(applicationEndpoints.getWebhook, async ({ params }) => {
      const application = await existing(params.applicationId);
      const { lastEventNumber, deliveredTo, deliveryFailures } = application;
      const isTold = application.webhookUrl !== null;
      const deliveries = await lastDeliveries(db, application.id);
      return {
        waitingCount: isTold ? lastEventNumber - deliveredTo : 0,
        failureCount: deliveryFailures,
        nextAttemptAt: application.nextDeliveryAt?.toISOString() ?? null,
        deliveries: deliveries.map(toDelivery),
      };
    }),
    route(applicationEndpoints.testWebhook, async ({ params }) => {
      const application = await existing(params.applicationId);
      if (application.webhookUrl === null)
        throw new AppError("application.no_webhook");
      return toDelivery(await webhooks.test(application));
    }),
  ];
}
