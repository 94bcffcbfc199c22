import {
  createAudit,
  type Audit,
  type AuditTables,
} from "./modules/audit/index.ts";
import type { Config } from "./platform/config/config.ts";
import type { DatabaseConnection } from "./platform/db/connection.ts";
import { createDatabase } from "./platform/db/create-database.ts";
import type { OutboxTables } from "./platform/db/outbox.ts";
import { createEventBus } from "./platform/event-bus.ts";
import type { Log } from "./platform/log.ts";
import { purposeKey } from "./platform/purpose-key.ts";
import { systemTimers } from "./platform/timers.ts";

/** Proves the audit trail of a database beside the server, or finds the first entry that was touched. */
export async function proveAudit(
  connection: DatabaseConnection,
  { secretKey }: Pick<Config, "secretKey">,
  log: Log,
): ReturnType<Audit["verify"]> {
  await using database = createDatabase<AuditTables & OutboxTables>({
    connection,
    bus: createEventBus({ log }),
    log,
  });
  const sealKey = purposeKey(secretKey, "audit");
  const audit = createAudit({ database, log, timers: systemTimers, sealKey });
  return await audit.verify();
}
