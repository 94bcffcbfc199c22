import { purposeKey } from "./platform/purpose-key.ts";
import {
  createAudit,
  type Audit,
  type AuditTables,
} from "./modules/audit/index.ts";
import type { Config } from "./platform/config/config.ts";
import { readConfig, readEnv } from "./platform/config/read-config.ts";
import type { DatabaseConnection } from "./platform/db/connection.ts";
import { createDatabase } from "./platform/db/create-database.ts";
import type { OutboxTables } from "./platform/db/outbox.ts";
import { createEventBus } from "./platform/event-bus.ts";
import { createLog } from "./platform/log.ts";
import {
  embeddedConnection,
  startEmbeddedPostgres,
} from "./platform/postgres/embedded-postgres.ts";
import { checkDatabase } from "./platform/postgres/prepare-database.ts";
import { systemTimers } from "./platform/timers.ts";

const log = createLog({ level: "silent", isPretty: false });

/** Beside a running server its database is used; otherwise the database is started for the while. */
async function openConnection(
  { database, dataDir }: Config,
  opened: AsyncDisposableStack,
): Promise<DatabaseConnection> {
  if (database.kind === "url") return database;
  const running = embeddedConnection(dataDir);
  const isRunning = await checkDatabase(running).then(
    () => true,
    () => false,
  );
  if (isRunning) return running;
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  return opened.use(postgres).connection;
}

async function verify(config: Config): ReturnType<Audit["verify"]> {
  await using opened = new AsyncDisposableStack();
  const connection = await openConnection(config, opened);
  const database = createDatabase<AuditTables & OutboxTables>({
    connection,
    bus: createEventBus({ log }),
    log,
  });
  opened.use(database);
  const sealKey = purposeKey(config.secretKey, "audit");
  const audit = createAudit({ database, log, timers: systemTimers, sealKey });
  return await audit.verify();
}

const verdict = await verify(readConfig(readEnv()));
process.stdout.write(
  verdict.isIntact
    ? `The audit trail is intact: ${verdict.entryCount} entries.\n`
    : `The audit trail was touched: entry ${verdict.firstBadPosition} is not as it was written.\n`,
);
process.exit(verdict.isIntact ? 0 : 1);
