import { createHmac } from "node:crypto";
import type { PostAnswer } from "../../platform/guarded-fetch/guarded-post.ts";
import { serverActor } from "../../platform/db/database.ts";
import type { EventFeed } from "./event-feed.ts";
import type { ObjectsDeps } from "./objects-deps.ts";
import {
  changeApplication,
  type ApplicationRow,
} from "./store/applications.ts";
import { dueDeliveries, markDelivered } from "./store/events.ts";

export interface WebhooksDeps extends Pick<
  ObjectsDeps,
  "database" | "clock" | "timers" | "log" | "secrets" | "outside"
> {
  readonly feed: Pick<EventFeed, "read">;
}

/** Posts each application's events to where it asked for them, in order, again until it has them. */
export interface Webhooks extends AsyncDisposable {
  start(): void;
  /** Looks now for what is due; settles when that was tried. */
  deliver(): Promise<void>;
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
    const answer = await post(deps, application, JSON.stringify(page));
    if (answer.status < 200 || answer.status > 299) {
      await postpone(deps, application, answer);
      return;
    }
    after = page.next;
    await database.transact(serverActor, ({ tx }) =>
      markDelivered(tx, application.id, page.next),
    );
  }
}

async function post(
  { clock, secrets, outside, log }: WebhooksDeps,
  { webhookUrl, secret, key }: ApplicationRow,
  body: string,
): Promise<PostAnswer> {
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
    return { status: 0, retryAfterMs: null };
  }
}

async function postpone(
  { database, clock }: WebhooksDeps,
  { id, deliveryFailures }: ApplicationRow,
  { retryAfterMs }: PostAnswer,
): Promise<void> {
  const ownPauseMs = Math.min(
    firstPauseMs * 2 ** Math.min(deliveryFailures, 20),
    longestPauseMs,
  );
  const pauseMs = Math.min(
    Math.max(ownPauseMs, retryAfterMs ?? 0),
    longestPauseMs,
  );
  await database.transact(serverActor, ({ tx }) =>
    changeApplication(tx, id, {
      deliveryFailures: deliveryFailures + 1,
      nextDeliveryAt: new Date(clock.now().getTime() + pauseMs),
    }),
  );
}
