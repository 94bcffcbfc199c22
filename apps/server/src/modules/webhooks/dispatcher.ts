import type { WebhookEndpointId } from "@veche/contracts";
import { serverActor } from "../../platform/db/database.ts";
import { isTaken, postMessage } from "./post-message.ts";
import {
  changeEndpoint,
  claimEndpoint,
  dueEndpoints,
  rowOf,
} from "./store/endpoints.ts";
import { forgetBefore, nextWaiting } from "./store/messages.ts";
import {
  claimMs,
  settleAttempts,
  type Attempt,
} from "./use-cases/settle-attempts.ts";
import type { WebhookPowers } from "./webhook-powers.ts";

/** Posts what waits: to each endpoint in order, one message at a time; to all endpoints side by side. */
export interface Dispatcher extends AsyncDisposable {
  start(): void;
  /** Looks now for what is due; settles when that was tried. */
  deliver(): Promise<void>;
}

const lookEveryMs = 1_000;
const forgetEveryMs = 3_600_000;
/** How long the log of what was posted is kept. */
const keptMs = 30 * 24 * 3_600_000;

export function createDispatcher(powers: WebhookPowers): Dispatcher {
  const { database, clock, timers, log } = powers;
  const running = new DisposableStack();
  /** Endpoints that this process posts to. */
  const served = new Map<WebhookEndpointId, Promise<void>>();
  let isEnding = false;
  const serve = (id: WebhookEndpointId): void => {
    const serving = serveEndpoint(powers, id, () => isEnding)
      .catch((error: unknown) => {
        log.warn({ error, endpointId: id }, "a webhook could not be served");
      })
      .finally(() => served.delete(id));
    served.set(id, serving);
  };
  const deliver = async (): Promise<void> => {
    for (const id of await dueEndpoints(database.db, clock.now()))
      if (!isEnding && !served.has(id)) serve(id);
    await Promise.all(served.values());
  };
  const look = (): void => {
    deliver().catch((error: unknown) => {
      log.warn({ error }, "webhooks could not be looked after");
    });
  };
  return {
    start() {
      running.use(timers.every(lookEveryMs, look));
      running.use(timers.every(forgetEveryMs, () => void forget(powers)));
    },
    deliver,
    async [Symbol.asyncDispose]() {
      isEnding = true;
      running.dispose();
      await Promise.all(served.values());
    },
  };
}

async function serveEndpoint(
  powers: WebhookPowers,
  id: WebhookEndpointId,
  isEnding: () => boolean,
): Promise<void> {
  const { database, clock } = powers;
  const now = clock.now();
  const until = new Date(now.getTime() + claimMs);
  const claimed = await database.transact(serverActor, ({ tx }) =>
    claimEndpoint(tx, { id, now, until }),
  );
  if (claimed === undefined) return;
  for (;;) {
    const attempts = await postSome(powers, id, isEnding);
    if (attempts.length === 0) break;
    const goesOn = await settleAttempts(powers, id, attempts);
    const [last] = attempts.slice(-1);
    if (!goesOn && !isTaken(last?.posted.answer)) return;
    if (!goesOn) break;
  }
  await database.transact(serverActor, ({ tx }) =>
    changeEndpoint(tx, id, { claimedUntil: null }),
  );
}

/** How many are posted before they are written down: a process that dies in between posts so many once more at most. */
const settledTogether = 50;
/** And for how long: an endpoint that takes its time is written down one by one. */
const settledWithinMs = 250;

/** Posts the next messages one after another, until one is not taken. */
async function postSome(
  powers: WebhookPowers,
  id: WebhookEndpointId,
  isEnding: () => boolean,
): Promise<readonly Attempt[]> {
  const { database, clock } = powers;
  const attempts: Attempt[] = [];
  const messages = await nextWaiting(database.db, id, settledTogether);
  // Read each time: its address or secret may have been changed since the last ones.
  const endpoint = await rowOf(database.db, id);
  if (endpoint === undefined) return [];
  const startedMs = clock.monotonicMs();
  for (const message of messages) {
    if (isEnding() || clock.monotonicMs() - startedMs > settledWithinMs) break;
    const posted = await postMessage(powers, endpoint, message);
    attempts.push({ message, posted });
    if (!isTaken(posted.answer)) break;
  }
  return attempts;
}

async function forget({ database, clock, log }: WebhookPowers): Promise<void> {
  const before = new Date(clock.now().getTime() - keptMs);
  await database
    .transact(serverActor, ({ tx }) => forgetBefore(tx, before))
    .catch((error: unknown) => {
      log.warn({ error }, "old webhook messages could not be removed");
    });
}
