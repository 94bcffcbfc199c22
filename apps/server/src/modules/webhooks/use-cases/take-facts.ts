import type { WebhookEvent } from "@veche/contracts";
import type { Tx } from "../../../platform/db/database.ts";
import type { OutboxEntry } from "../../../platform/db/outbox.ts";
import { eventOf } from "../domain/event-of.ts";
import { listening } from "../store/endpoints.ts";
import { insertMessages, type NewMessage } from "../store/messages.ts";
import type { WebhooksTables } from "../store/tables.ts";
import type { WebhookPowers } from "../webhook-powers.ts";

interface Told {
  readonly at: Date;
  readonly event: WebhookEvent;
}

/** Makes a message of each fact for every endpoint that is told of it; in the transaction of the outbox's reader. */
export async function takeFacts(
  { ids }: Pick<WebhookPowers, "ids">,
  tx: Tx<WebhooksTables>,
  entries: readonly OutboxEntry[],
): Promise<void> {
  const told = entries.flatMap(({ at, event: fact }): Told[] => {
    const event = eventOf(fact);
    return event === undefined ? [] : [{ at, event }];
  });
  if (told.length === 0) return;
  const endpoints = await listening(tx);
  await insertMessages(
    tx,
    told.flatMap(({ at, event }) => {
      const id: NewMessage["id"] = ids.next();
      const { type } = event;
      const body = bodyOf(at, event);
      return endpoints
        .filter(
          ({ eventTypes }) =>
            eventTypes.length === 0 || eventTypes.includes(type),
        )
        .map((endpoint) => ({ endpointId: endpoint.id, id, type, at, body }));
    }),
  );
}

/** As Standard Webhooks recommends it: type, timestamp, data. */
const bodyOf = (at: Date, { type, data }: WebhookEvent): string =>
  JSON.stringify({ type, timestamp: at.toISOString(), data });
