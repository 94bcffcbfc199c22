import { createHmac } from "node:crypto";
import type { PostAnswer } from "../../platform/guarded-fetch/guarded-post.ts";
import { serverActor } from "../../platform/db/database.ts";
import type { EventFeed } from "./event-feed.ts";
import type { ObjectsDeps } from "./objects-deps.ts";
import {
  changeApplication,
  type ApplicationRow,
} from "./store/applications.ts";
import { insertDelivery, type DeliveryRow } from "./store/deliveries.ts";
import { dueDeliveries, markDelivered } from "./store/events.ts";

export interface WebhooksDeps extends Pick<
  ObjectsDeps,
  "database" | "clock" | "timers" | "ids" | "log" | "secrets" | "outside"
> {
  readonly feed: Pick<EventFeed, "read">;
}

/** Posts each application's events to where it asked for them, in order, again until it has them. */
export interface Webhooks extends AsyncDisposable {
  start(): void;
  /** Looks now for what is due; settles when that was tried. */
  deliver(): Promise<void>;
  /** Posts an empty page now; a good answer ends the pause after a failure. */
  test(application: ApplicationRow): Promise<DeliveryRow>;
}

const lookEveryMs = 5_000;
const pageSize = 100;
const firstPauseMs = 5_000;
const longestPauseMs = 3_600_000;

export function createWebhooks(deps: WebhooksDeps): Webhooks {
  const { database, clock, timers, log } = deps;
  let looking: Disposable | undefined;
  let work = Promise.resolve();
  const deliverDue = async (): Promise<void> => {
    for (const application of await dueDeliveries(database.db, clock.now()))
      await deliverTo(deps, application);
  };
  const deliver = (): Promise<void> => {
    work = work.then(deliverDue).catch((error: unknown) => {
      log.warn({ error }, "webhooks of applications could not be served");
    });
    return work;
  };
  return {
    start() {
      looking ??= timers.every(lookEveryMs, () => void deliver());
    },
    deliver,
    async test(application) {
      const { deliveredTo } = application;
      const page = { items: [], next: deliveredTo };
      const { delivery } = await attempt(deps, application, {
        kind: "test",
        page,
      });
      await database.transact(serverActor, async ({ tx }) => {
        await insertDelivery(tx, delivery);
        if (isTaken(delivery))
          await markDelivered(tx, application.id, deliveredTo);
      });
      if (isTaken(delivery)) void deliver();
      return delivery;
    },
    async [Symbol.asyncDispose]() {
      looking?.[Symbol.dispose]();
      await work;
    },
  };
}

/** Page after page while it answers; the step forward is written after the answer, so a page may come twice. */
async function deliverTo(
  deps: WebhooksDeps,
  application: ApplicationRow,
): Promise<void> {
  const { database, feed } = deps;
  let after = application.deliveredTo;
  for (;;) {
    const page = await feed.read(application.id, { after, limit: pageSize });
    if (page.next === after) return;
    const kind = "events";
    const { delivery, answer } = await attempt(deps, application, {
      kind,
      page,
    });
    if (!isTaken(delivery)) {
      await postpone(deps, application, { delivery, answer });
      return;
    }
    after = page.next;
    await database.transact(serverActor, async ({ tx }) => {
      await insertDelivery(tx, delivery);
      await markDelivered(tx, application.id, page.next);
    });
  }
}

interface Attempt {
  readonly kind: DeliveryRow["kind"];
  readonly page: Awaited<ReturnType<EventFeed["read"]>>;
}

const isTaken = ({ status }: DeliveryRow): boolean =>
  status !== null && status >= 200 && status <= 299;

/** Posts a page and tells how it went. */
async function attempt(
  deps: WebhooksDeps,
  application: ApplicationRow,
  { kind, page }: Attempt,
): Promise<{
  readonly delivery: DeliveryRow;
  readonly answer: PostAnswer | undefined;
}> {
  const at = deps.clock.now();
  const answer = await post(deps, application, JSON.stringify(page));
  const delivery: DeliveryRow = {
    id: deps.ids.next(),
    applicationId: application.id,
    at,
    kind,
    firstNumber: page.items.at(0)?.number ?? null,
    lastNumber: page.items.at(-1)?.number ?? null,
    status: answer?.status ?? null,
    tookMs: Math.max(0, deps.clock.now().getTime() - at.getTime()),
  };
  return { delivery, answer };
}

/** Undefined where nobody answered. */
async function post(
  { clock, secrets, outside, log }: WebhooksDeps,
  { webhookUrl, secret, key }: ApplicationRow,
  body: string,
): Promise<PostAnswer | undefined> {
  const signedAtS = Math.floor(clock.now().getTime() / 1000);
  const signature = createHmac("sha256", secrets.open(secret))
    .update(`${signedAtS}.${body}`)
    .digest("hex");
  try {
    return await outside.post({
      url: webhookUrl ?? "",
      headers: {
        "content-type": "application/json",
        "veche-signature": `t=${signedAtS},v1=${signature}`,
      },
      body: Buffer.from(body),
    });
  } catch (error) {
    log.info({ error, application: key }, "a webhook could not be reached");
    return undefined;
  }
}

async function postpone(
  { database, clock }: WebhooksDeps,
  { id, deliveryFailures }: ApplicationRow,
  { delivery, answer }: Awaited<ReturnType<typeof attempt>>,
): Promise<void> {
  const ownPauseMs = Math.min(
    firstPauseMs * 2 ** Math.min(deliveryFailures, 20),
    longestPauseMs,
  );
  const pauseMs = Math.min(
    Math.max(ownPauseMs, answer?.retryAfterMs ?? 0),
    longestPauseMs,
  );
  await database.transact(serverActor, async ({ tx }) => {
    await insertDelivery(tx, delivery);
    await changeApplication(tx, id, {
      deliveryFailures: deliveryFailures + 1,
      nextDeliveryAt: new Date(clock.now().getTime() + pauseMs),
    });
  });
}
