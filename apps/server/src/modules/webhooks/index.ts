import type { OpenDatabase } from "../../platform/db/create-database.ts";
import type { Database } from "../../platform/db/database.ts";
import { createOutboxFollower } from "../../platform/db/outbox-follower.ts";
import type { OutboxTables } from "../../platform/db/outbox.ts";
import type { Route } from "../../platform/http/route.ts";
import { createDispatcher } from "./dispatcher.ts";
import { endpointRoutes } from "./http/endpoint-routes.ts";
import { messageRoutes } from "./http/message-routes.ts";
import type { WebhooksTables } from "./store/tables.ts";
import { takeFacts } from "./use-cases/take-facts.ts";
import type { WebhookPowers } from "./webhook-powers.ts";

export type { AdministratorLetters } from "./administrator-letters.port.ts";
export type { WebhooksTables } from "./store/tables.ts";

export interface WebhooksDeps extends WebhookPowers {
  readonly database: Database<WebhooksTables> &
    Pick<OpenDatabase<WebhooksTables & OutboxTables>, "db" | "onDurableCommit">;
}

/** Tells the company's systems what happens here (B21, Standard Webhooks 1.0). Listens; nobody calls it. */
export interface Webhooks extends AsyncDisposable {
  readonly routes: readonly Route[];
  start(): void;
  /** Settles when everything committed before the call was posted where it is due; for tests. */
  catchUp(): Promise<void>;
}

export function createWebhooks(deps: WebhooksDeps): Webhooks {
  const { database, log, timers } = deps;
  const dispatcher = createDispatcher(deps);
  const wake = (): void => {
    dispatcher.deliver().catch((error: unknown) => {
      log.warn({ error }, "webhooks could not be looked after");
    });
  };
  const follower = createOutboxFollower<WebhooksTables>({
    ...{ name: "webhooks", database, log, timers },
    handle: (tx, entries) => takeFacts(deps, tx, entries),
    handled: wake,
  });
  return {
    routes: [...endpointRoutes(deps, wake), ...messageRoutes(deps, wake)],
    start() {
      follower.start();
      dispatcher.start();
    },
    async catchUp() {
      await follower.catchUp();
      await dispatcher.deliver();
    },
    async [Symbol.asyncDispose]() {
      await follower[Symbol.asyncDispose]();
      await dispatcher[Symbol.asyncDispose]();
    },
  };
}
