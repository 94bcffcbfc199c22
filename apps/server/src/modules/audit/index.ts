import type { DurableEvent } from "@veche/contracts";
import type { Database } from "../../platform/db/database.ts";
import type { OpenDatabase } from "../../platform/db/create-database.ts";
import type { OutboxTables } from "../../platform/db/outbox.ts";
import { createOutboxFollower } from "../../platform/db/outbox-follower.ts";
import type { Route } from "../../platform/http/route.ts";
import type { Log } from "../../platform/log.ts";
import type { Timers } from "../../platform/timers.ts";
import { appendFacts } from "./append-facts.ts";
import type { Verdict } from "./chain.ts";
import { listAudit } from "./http/list-audit.ts";
import { lastTimeOf } from "./store/entries.store.ts";
import type { AuditTables } from "./store/tables.ts";
import { verifyChain } from "./verify-chain.ts";

export type { AuditTables } from "./store/tables.ts";

export interface AuditDeps {
  readonly database: Database<AuditTables> &
    Pick<OpenDatabase<AuditTables & OutboxTables>, "db" | "onDurableCommit">;
  readonly log: Log;
  readonly timers: Timers;
  /** Seals the end of the chain; from the server's secret key. */
  readonly sealKey: string;
}

/** The trail of what was done by whom: append-only, each entry chained to the one before. Listens; nobody calls it. */
export interface Audit extends AsyncDisposable {
  readonly routes: readonly Route[];
  start(): void;
  /** Settles when every fact committed before the call is in the trail. */
  catchUp(): Promise<void>;
  verify(): Promise<Verdict>;
  /** When something of this kind was done last, as far as the trail goes. */
  lastTimeOf(type: DurableEvent["type"]): Promise<Date | undefined>;
}

export function createAudit({
  database,
  log,
  timers,
  sealKey,
}: AuditDeps): Audit {
  const follower = createOutboxFollower<AuditTables>({
    name: "audit",
    database,
    log,
    timers,
    handle: (tx, facts) => appendFacts(sealKey, tx, facts),
  });
  return {
    routes: [listAudit(sealKey, database.db)],
    start: () => {
      follower.start();
    },
    catchUp: () => follower.catchUp(),
    verify: () => verifyChain(sealKey, database.db),
    lastTimeOf: (type) => lastTimeOf(database.db, type),
    [Symbol.asyncDispose]: () => follower[Symbol.asyncDispose](),
  };
}
