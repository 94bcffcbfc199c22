import type { Selectable } from "kysely";
import type { ApplicationId, WebhookDelivery } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ObjectsTables } from "./tables.ts";

export type DeliveryRow = Selectable<ObjectsTables["webhookDeliveries"]>;

export const toDelivery = ({
  at,
  kind,
  firstNumber,
  lastNumber,
  status,
  tookMs,
}: DeliveryRow): WebhookDelivery => ({
  at: at.toISOString(),
  kind,
  firstNumber,
  lastNumber,
  status,
  tookMs,
});

/** How many are kept of each application, and shown. */
const keptCount = 50;

/** Adds one, and lets those go that are too many. */
export async function insertDelivery(
  tx: Tx<ObjectsTables>,
  delivery: DeliveryRow,
): Promise<void> {
  await tx.insertInto("webhookDeliveries").values(delivery).execute();
  await tx
    .deleteFrom("webhookDeliveries")
    .where("applicationId", "=", delivery.applicationId)
    .where("id", "<", (query) =>
      query
        .selectFrom("webhookDeliveries as kept")
        .select("kept.id")
        .where("kept.applicationId", "=", delivery.applicationId)
        .orderBy("kept.id", "desc")
        .offset(keptCount - 1)
        .limit(1),
    )
    .execute();
}

/** The newest first: ids grow with time. */
export async function lastDeliveries(
  db: Db<ObjectsTables>,
  applicationId: ApplicationId,
): Promise<readonly DeliveryRow[]> {
  return db
    .selectFrom("webhookDeliveries")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .orderBy("id", "desc")
    .limit(keptCount)
    .execute();
}
