import type { Insertable, Selectable, Updateable } from "kysely";
import type { WebhookEndpoint, WebhookEndpointId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { WebhooksTables } from "./tables.ts";

export type EndpointRow = Selectable<WebhooksTables["webhookEndpoints"]>;
type EndpointChange = Updateable<WebhooksTables["webhookEndpoints"]>;

/** An endpoint as the administrator sees it: never with a secret. */
const toEndpoint = (
  row: EndpointRow & { readonly waitingCount: number },
): WebhookEndpoint => ({
  id: row.id,
  url: row.url,
  description: row.description,
  eventTypes: row.eventTypes,
  createdAt: row.createdAt.toISOString(),
  off:
    row.offReason === null || row.offAt === null
      ? null
      : { reason: row.offReason, at: row.offAt.toISOString() },
  waitingCount: row.waitingCount,
  failingSince: row.failingSince?.toISOString() ?? null,
  nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
});

const withWaiting = (db: Db<WebhooksTables>) =>
  db
    .selectFrom("webhookEndpoints as endpoint")
    .selectAll("endpoint")
    .select((query) =>
      query
        .selectFrom("webhookMessages as message")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .whereRef("message.endpointId", "=", "endpoint.id")
        .where("message.state", "=", "waiting")
        .$asScalar()
        .$notNull()
        .as("waitingCount"),
    );

/** The oldest first. */
export async function listEndpoints(
  db: Db<WebhooksTables>,
): Promise<readonly WebhookEndpoint[]> {
  const rows = await withWaiting(db).orderBy("endpoint.id").execute();
  return rows.map(toEndpoint);
}

export async function endpointById(
  db: Db<WebhooksTables>,
  id: WebhookEndpointId,
): Promise<WebhookEndpoint | undefined> {
  const row = await withWaiting(db)
    .where("endpoint.id", "=", id)
    .executeTakeFirst();
  return row && toEndpoint(row);
}

export const lockEndpoint = (
  tx: Tx<WebhooksTables>,
  id: WebhookEndpointId,
): Promise<EndpointRow | undefined> =>
  tx
    .selectFrom("webhookEndpoints")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();

export const rowOf = (
  db: Db<WebhooksTables>,
  id: WebhookEndpointId,
): Promise<EndpointRow | undefined> =>
  db
    .selectFrom("webhookEndpoints")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();

/** Those that are on, with what they are told. */
export const listening = (
  tx: Tx<WebhooksTables>,
): Promise<readonly Pick<EndpointRow, "id" | "eventTypes">[]> =>
  tx
    .selectFrom("webhookEndpoints")
    .select(["id", "eventTypes"])
    .where("offAt", "is", null)
    .execute();

export async function insertEndpoint(
  tx: Tx<WebhooksTables>,
  endpoint: Insertable<WebhooksTables["webhookEndpoints"]>,
): Promise<void> {
  await tx.insertInto("webhookEndpoints").values(endpoint).execute();
}

export async function changeEndpoint(
  tx: Tx<WebhooksTables>,
  id: WebhookEndpointId,
  change: EndpointChange,
): Promise<void> {
  await tx
    .updateTable("webhookEndpoints")
    .set(change)
    .where("id", "=", id)
    .execute();
}

/** False when there is none. */
export async function removeEndpoint(
  tx: Tx<WebhooksTables>,
  id: WebhookEndpointId,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("webhookEndpoints")
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Those that something waits for, that are not in a pause and that no process posts to. */
export async function dueEndpoints(
  db: Db<WebhooksTables>,
  now: Date,
): Promise<readonly WebhookEndpointId[]> {
  const rows = await db
    .selectFrom("webhookEndpoints as endpoint")
    .select("id")
    .where("offAt", "is", null)
    .where((on) =>
      on.and([
        on.or([
          on("nextAttemptAt", "is", null),
          on("nextAttemptAt", "<=", now),
        ]),
        on.or([on("claimedUntil", "is", null), on("claimedUntil", "<=", now)]),
        on.exists(
          on
            .selectFrom("webhookMessages as message")
            .select("message.id")
            .whereRef("message.endpointId", "=", "endpoint.id")
            .where("message.state", "=", "waiting"),
        ),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes an endpoint for this process; undefined when another has it or it went off meanwhile. */
export const claimEndpoint = (
  tx: Tx<WebhooksTables>,
  { id, now, until }: { id: WebhookEndpointId; now: Date; until: Date },
): Promise<EndpointRow | undefined> =>
  tx
    .updateTable("webhookEndpoints")
    .set({ claimedUntil: until })
    .where("id", "=", id)
    .where("offAt", "is", null)
    .where((on) =>
      on.or([on("claimedUntil", "is", null), on("claimedUntil", "<=", now)]),
    )
    .returningAll()
    .executeTakeFirst();
