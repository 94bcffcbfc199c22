import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import type { Actor, DurableEvent } from "@veche/contracts";
import {
  clientConfig,
  type DatabaseConnection,
} from "../src/platform/db/connection.ts";
import {
  createDatabase,
  type OpenDatabase,
} from "../src/platform/db/create-database.ts";
import type { OutboxTables } from "../src/platform/db/outbox.ts";
import type { PoolLimits } from "../src/platform/db/pool.ts";
import { createEventBus, type EventBus } from "../src/platform/event-bus.ts";
import { createLog, type Log } from "../src/platform/log.ts";

export interface TestDatabase<Tables> extends AsyncDisposable {
  readonly database: OpenDatabase<Tables>;
  readonly bus: EventBus;
  readonly log: Log;
  readonly connection: Extract<DatabaseConnection, { kind: "socket" }>;
  /** Everything that `unit.happened` kept, in the order of the facts. */
  outboxEvents(): Promise<
    readonly (DurableEvent & { readonly actor: Actor })[]
  >;
}

/**
 * A crowded machine may keep a statement, a lock or a connection for long: how long is no question of tests, but for
 * those that give limits of their own.
 */
export const patientLimits = {
  maxConnections: 8,
  waitMs: 60_000,
  statementTimeoutMs: 60_000,
  lockTimeoutMs: 60_000,
} as const satisfies Partial<PoolLimits>;

export interface TestDatabaseOptions {
  readonly limits?: Partial<PoolLimits>;
}

/**
 * A fresh, migrated database on the run's real PostgreSQL:
 * `await using world = await createTestDatabase<ChatTables>()`.
 */
export async function createTestDatabase<Tables>(
  options: TestDatabaseOptions = {},
): Promise<TestDatabase<Tables>> {
  const template = inject("testPostgres");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await runOnCluster(
    `create database ${name} template ${template.database} strategy ${inject("copyStrategy")}`,
  );
  const connection = { ...template, database: name };
  const log = createLog({ level: "silent", isPretty: false });
  const bus = createEventBus({ log });
  const database = createDatabase<Tables>({
    connection,
    bus,
    log,
    limits: { ...patientLimits, ...options.limits },
  });
  return {
    database,
    bus,
    log,
    connection,
    async outboxEvents() {
      const { db } = database.narrow<OutboxTables>();
      const rows = await db
        .selectFrom("outbox")
        .select(["payload", "actor"])
        .orderBy("id")
        .execute();
      return rows.map(({ payload, actor }) => ({ ...payload, actor }));
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await runOnCluster(`drop database ${name} with (force)`);
    },
  };
}

async function runOnCluster(statement: string): Promise<void> {
  const client = new pg.Client(
    clientConfig({ ...inject("testPostgres"), database: "postgres" }),
  );
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
