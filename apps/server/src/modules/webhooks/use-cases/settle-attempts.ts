import type { WebhookEndpointId, WebhookEndReason } from "@veche/contracts";
import { serverActor, type UnitOfWork } from "../../../platform/db/database.ts";
import { offLetter } from "../domain/off-letter.ts";
import { pauseMs } from "../domain/retry.ts";
import { isTaken, type Posted } from "../post-message.ts";
import {
  changeEndpoint,
  lockEndpoint,
  type EndpointRow,
} from "../store/endpoints.ts";
import {
  insertAttempts,
  markDelivered,
  type MessageRow,
} from "../store/messages.ts";
import type { WebhooksTables } from "../store/tables.ts";
import type { WebhookPowers } from "../webhook-powers.ts";

/** Another process may take an endpoint over when this one was silent for so long: longer than one attempt may take. */
export const claimMs = 30_000;

/** A message that was posted, and how that went. */
export interface Attempt {
  readonly message: MessageRow;
  readonly posted: Posted;
}

/**
 * Writes down how attempts at one endpoint went, in their order; only the last of them may have failed. True: the next
 * message may follow at once.
 */
export async function settleAttempts(
  powers: WebhookPowers,
  endpointId: WebhookEndpointId,
  attempts: readonly Attempt[],
): Promise<boolean> {
  const { database, ids, clock } = powers;
  return database.transact(serverActor, async (unit) => {
    // Removed meanwhile, or switched off by an administrator: then there is nothing to go on with.
    const endpoint = await lockEndpoint(unit.tx, endpointId);
    if (endpoint === undefined) return false;
    await insertAttempts(
      unit.tx,
      attempts.map(({ message, posted: { at, tookMs, answer } }) => ({
        ...{ id: ids.next(), endpointId, messageId: message.id },
        ...{ at, status: answer?.status ?? null, tookMs },
      })),
    );
    const taken = attempts.filter(({ posted }) => isTaken(posted.answer));
    const idsTaken = taken.map(({ message }) => message.id);
    if (idsTaken.length > 0) await markDelivered(unit.tx, endpointId, idsTaken);
    const isLastTaken = taken.length === attempts.length;
    const well =
      taken.length === 0
        ? endpoint
        : { ...endpoint, failureCount: 0, failingSince: null };
    const posted = attempts.at(-1)?.posted;
    if (!isLastTaken && posted !== undefined) {
      await afterFailure(powers, unit, { endpoint: well, posted });
      return false;
    }
    await changeEndpoint(unit.tx, endpointId, {
      ...{ failureCount: 0, failingSince: null, nextAttemptAt: null },
      claimedUntil: new Date(clock.now().getTime() + claimMs),
    });
    return endpoint.offAt === null;
  });
}

interface Failure {
  readonly endpoint: EndpointRow;
  readonly posted: Posted;
}

/** The message stays first in line; the endpoint pauses, or is given up. */
async function afterFailure(
  powers: WebhookPowers,
  unit: UnitOfWork<WebhooksTables>,
  { endpoint, posted }: Failure,
): Promise<void> {
  const now = powers.clock.now();
  const failureCount = endpoint.failureCount + 1;
  const wait = pauseMs(failureCount, posted.answer?.retryAfterMs ?? 0);
  const failing = {
    failureCount,
    failingSince: endpoint.failingSince ?? now,
    claimedUntil: null,
  };
  // What an administrator switched off stays as they left it.
  const isOn = endpoint.offAt === null;
  const reason = posted.answer?.status === 410 ? "gone" : "failing";
  if (isOn && (reason === "gone" || wait === undefined)) {
    await changeEndpoint(unit.tx, endpoint.id, {
      ...{ ...failing, nextAttemptAt: null },
      ...{ offReason: reason, offAt: now },
    });
    await tellOff(powers, unit, { endpoint, reason });
    return;
  }
  await changeEndpoint(unit.tx, endpoint.id, {
    ...failing,
    nextAttemptAt: wait === undefined ? null : new Date(now.getTime() + wait),
  });
}

async function tellOff(
  { letters, publicUrl }: WebhookPowers,
  unit: UnitOfWork<WebhooksTables>,
  {
    endpoint: { id, url, description },
    reason,
  }: { readonly endpoint: EndpointRow; readonly reason: WebhookEndReason },
): Promise<void> {
  unit.happened({ type: "webhook.changed", endpointId: id, change: "off" });
  await letters.tell(unit, (language) =>
    offLetter(language, {
      ...{ url, description, reason },
      pageUrl: `${publicUrl}/webhooks`,
    }),
  );
}
