import { sql, type Insertable, type Selectable } from "kysely";
import type {
  WebhookAttempt,
  WebhookEndpointId,
  WebhookMessage,
  WebhookMessageId,
} from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { WebhooksTables } from "./tables.ts";

export type MessageRow = Selectable<WebhooksTables["webhookMessages"]>;
export type NewMessage = Omit<
  Insertable<WebhooksTables["webhookMessages"]>,
  "position" | "state"
>;
export type AttemptRow = Selectable<WebhooksTables["webhookAttempts"]>;

const pageSize = 50;
const shownAttempts = 10;

export async function insertMessages(
  tx: Tx<WebhooksTables>,
  messages: readonly NewMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await tx
    .insertInto("webhookMessages")
    .values(messages.map((one) => ({ ...one, state: "waiting" as const })))
    .execute();
}

/** The next ones in the order in which they are to be posted. */
export const nextWaiting = (
  db: Db<WebhooksTables>,
  endpointId: WebhookEndpointId,
  limit: number,
): Promise<readonly MessageRow[]> =>
  db
    .selectFrom("webhookMessages")
    .selectAll()
    .where("endpointId", "=", endpointId)
    .where("state", "=", "waiting")
    .orderBy("position")
    .limit(limit)
    .execute();

interface MessageAt {
  readonly endpointId: WebhookEndpointId;
  readonly id: WebhookMessageId;
}

/** False when there is none, or it waits no more. */
export async function skipMessage(
  tx: Tx<WebhooksTables>,
  { endpointId, id }: MessageAt,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("webhookMessages")
    .set({ state: "skipped" })
    .where("endpointId", "=", endpointId)
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Puts a message behind those that wait; one that waits keeps its place. False when there is none. */
export async function replayMessage(
  tx: Tx<WebhooksTables>,
  { endpointId, id }: MessageAt,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("webhookMessages")
    .set({
      state: "waiting",
      position: sql`CASE state WHEN 'waiting' THEN position
        ELSE nextval(pg_get_serial_sequence('webhook_messages', 'position')) END`,
    })
    .where("endpointId", "=", endpointId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertAttempts(
  tx: Tx<WebhooksTables>,
  attempts: readonly AttemptRow[],
): Promise<void> {
  await tx.insertInto("webhookAttempts").values(attempts).execute();
}

/** Those of them that still wait are delivered. */
export async function markDelivered(
  tx: Tx<WebhooksTables>,
  endpointId: WebhookEndpointId,
  ids: readonly WebhookMessageId[],
): Promise<void> {
  await tx
    .updateTable("webhookMessages")
    .set({ state: "delivered" })
    .where("endpointId", "=", endpointId)
    .where("id", "in", ids)
    .where("state", "=", "waiting")
    .execute();
}

export interface MessagePage {
  readonly items: WebhookMessage[];
  readonly next: number | null;
}

/** A page of an endpoint's log with the last attempts of each, the newest first. */
export async function listMessages(
  db: Db<WebhooksTables>,
  endpointId: WebhookEndpointId,
  {
    state,
    before,
  }: {
    readonly state?: MessageRow["state"] | undefined;
    readonly before?: number | undefined;
  },
): Promise<MessagePage> {
  let page = db
    .selectFrom("webhookMessages")
    .selectAll()
    .where("endpointId", "=", endpointId)
    .orderBy("position", "desc")
    .limit(pageSize);
  if (state !== undefined) page = page.where("state", "=", state);
  if (before !== undefined) page = page.where("position", "<", before);
  const rows = await page.execute();
  const attempts = await attemptsOf(db, endpointId, rows);
  return {
    items: rows.map(({ id, type, at, state: stateNow, body }) => ({
      ...{ id, type, body },
      at: at.toISOString(),
      state: stateNow,
      attempts: attempts.get(id)?.slice(0, shownAttempts) ?? [],
    })),
    next: rows.length === pageSize ? (rows.at(-1)?.position ?? null) : null,
  };
}

async function attemptsOf(
  db: Db<WebhooksTables>,
  endpointId: WebhookEndpointId,
  messages: readonly MessageRow[],
): Promise<ReadonlyMap<WebhookMessageId, WebhookAttempt[]>> {
  const found = new Map<WebhookMessageId, WebhookAttempt[]>();
  if (messages.length === 0) return found;
  const ids = messages.map(({ id }) => id);
  const rows = await db
    .selectFrom("webhookAttempts")
    .selectAll()
    .where("endpointId", "=", endpointId)
    .where("messageId", "in", ids)
    .orderBy("id", "desc")
    .execute();
  for (const { messageId, at, status, tookMs } of rows) {
    const attempt = { at: at.toISOString(), status, tookMs };
    found.set(messageId, [...(found.get(messageId) ?? []), attempt]);
  }
  return found;
}

/** Lets go what happened before an instant and does not wait; returns how much that was. */
export async function forgetBefore(
  tx: Tx<WebhooksTables>,
  before: Date,
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("webhookMessages")
    .where("at", "<", before)
    .where("state", "<>", "waiting")
    .executeTakeFirst();
  return Number(numDeletedRows);
}
