import { readConfig, readEnv } from "./platform/config/read-config.ts";
import { createLog } from "./platform/log.ts";
import { borrowDatabase } from "./platform/postgres/borrow-database.ts";
import { proveAudit } from "./prove-audit.ts";

const log = createLog({ level: "silent", isPretty: false });
const config = readConfig(readEnv());
await using opened = new AsyncDisposableStack();
const connection = await borrowDatabase(config, opened, log);
const verdict = await proveAudit(connection, config, log);
process.stdout.write(
  verdict.isIntact
    ? `The audit trail is intact: ${verdict.entryCount} entries.\n`
    : `The audit trail was touched: entry ${verdict.firstBadPosition} is not as it was written.\n`,
);
process.exitCode = verdict.isIntact ? 0 : 1;
