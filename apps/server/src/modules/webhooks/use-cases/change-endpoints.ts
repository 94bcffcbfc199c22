import type {
  Actor,
  WebhookEndpoint,
  WebhookEndpointId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { secretOf } from "../sign.ts";
import {
  changeEndpoint,
  endpointById,
  insertEndpoint,
  lockEndpoint,
  removeEndpoint,
} from "../store/endpoints.ts";
import type { WebhookPowers } from "../webhook-powers.ts";

export type EndpointFields = Pick<
  WebhookEndpoint,
  "url" | "description" | "eventTypes"
>;

/** Adds an endpoint; it is told what happens from now on. Refuses `request.invalid` for an address that may not be asked. */
export async function createEndpoint(
  powers: WebhookPowers,
  actor: Actor,
  fields: EndpointFields,
): Promise<{ readonly endpoint: WebhookEndpoint; readonly secret: string }> {
  const { database, ids, clock, secrets } = powers;
  requireReachable(powers, fields.url);
  const secret = secretOf(ids.secret());
  const id: WebhookEndpointId = ids.next();
  await database.transact(actor, async ({ tx, happened }) => {
    await insertEndpoint(tx, {
      ...{ ...fields, id, createdAt: clock.now() },
      ...{ secret: secrets.seal(secret), oldSecret: null },
      ...{ oldSecretUntil: null, offReason: null, offAt: null },
    });
    happened({ type: "webhook.changed", endpointId: id, change: "created" });
  });
  return { endpoint: await existing(powers, id), secret };
}

/** Refuses `request.not_found`, `request.invalid`. Switched on again, or moved, it is tried at once. */
export async function updateEndpoint(
  powers: WebhookPowers,
  actor: Actor,
  {
    id,
    isOff,
    ...fields
  }: EndpointFields & {
    readonly id: WebhookEndpointId;
    readonly isOff: boolean;
  },
): Promise<WebhookEndpoint> {
  requireReachable(powers, fields.url);
  await powers.database.transact(actor, async ({ tx, happened }) => {
    const before = await lockEndpoint(tx, id);
    if (before === undefined) throw new AppError("request.not_found");
    const off = isOff
      ? {
          offReason: before.offReason ?? ("switched_off" as const),
          offAt: before.offAt ?? powers.clock.now(),
        }
      : { offReason: null, offAt: null };
    const isAnew =
      fields.url !== before.url || (!isOff && before.offAt !== null);
    await changeEndpoint(tx, id, {
      ...{ ...fields, ...off },
      ...(isAnew && {
        ...{ failureCount: 0, failingSince: null, nextAttemptAt: null },
      }),
    });
    happened({ type: "webhook.changed", endpointId: id, change: "changed" });
  });
  return existing(powers, id);
}

/** Refuses `request.not_found`. */
export async function deleteEndpoint(
  { database }: WebhookPowers,
  actor: Actor,
  id: WebhookEndpointId,
): Promise<void> {
  await database.transact(actor, async ({ tx, happened }) => {
    if (!(await removeEndpoint(tx, id)))
      throw new AppError("request.not_found");
    happened({ type: "webhook.changed", endpointId: id, change: "removed" });
  });
}

/** A new secret; the present one signs too for as long as asked. Refuses `request.not_found`. */
export async function rotateEndpointSecret(
  { database, ids, clock, secrets }: WebhookPowers,
  actor: Actor,
  {
    id,
    keepOldForMs,
  }: { readonly id: WebhookEndpointId; readonly keepOldForMs: number },
): Promise<{ readonly secret: string }> {
  return database.transact(actor, async ({ tx, happened }) => {
    const before = await lockEndpoint(tx, id);
    if (before === undefined) throw new AppError("request.not_found");
    const secret = secretOf(ids.secret());
    const isKept = keepOldForMs > 0;
    await changeEndpoint(tx, id, {
      secret: secrets.seal(secret),
      oldSecret: isKept ? before.secret : null,
      oldSecretUntil: isKept
        ? new Date(clock.now().getTime() + keepOldForMs)
        : null,
    });
    happened({ type: "webhook.changed", endpointId: id, change: "rotated" });
    return { secret };
  });
}

async function existing(
  { database }: WebhookPowers,
  id: WebhookEndpointId,
): Promise<WebhookEndpoint> {
  const endpoint = await endpointById(database.db, id);
  if (endpoint === undefined) throw new AppError("request.not_found");
  return endpoint;
}

/** An address that may be asked: a machine of the company's own network only where it was named. */
function requireReachable(
  { outside }: Pick<WebhookPowers, "outside">,
  url: string,
): void {
  if (outside.isAllowed(url)) return;
  const message =
    "must be https on the open internet, or a host named in WEBHOOK_INNER_HOSTS";
  throw new AppError("request.invalid", {
    issues: [{ path: "/url", message }],
  });
}
