// `npm run restore -- FOLDER`: fills an empty installation from what `npm run backup` wrote.
import { copyFileSync, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  assertWhole,
  readManifest,
  restoreBackup,
  type Backup,
} from "./platform/backup/index.ts";
import type { Config } from "./platform/config/config.ts";
import {
  readConfig,
  readEnv,
  type Environment,
} from "./platform/config/read-config.ts";
import type { DatabaseConnection } from "./platform/db/connection.ts";
import { createLog } from "./platform/log.ts";
import { lockDataFolder } from "./platform/postgres/data-lock.ts";
import { startEmbeddedPostgres } from "./platform/postgres/embedded-postgres.ts";
import { makeDataFolder } from "./platform/postgres/folders.ts";
import { checkDatabase } from "./platform/postgres/prepare-database.ts";
import { exitWithFailure } from "./platform/process/exit.ts";
import { StartRefusedError } from "./platform/start-refused-error.ts";
import { proveAudit } from "./prove-audit.ts";

const log = createLog({ level: "silent", isPretty: false });

/** A folder without a key of its own takes the one of the backup, before the configuration makes one. */
async function takeKey(backup: Backup, env: Environment): Promise<void> {
  const dataDir = resolve(env["DATA_DIR"] ?? "data");
  const keyPath = "data/secret.key";
  const kept = join(backup.folder, keyPath);
  const own = join(dataDir, "secret.key");
  if (env["SECRET_KEY"] !== undefined || existsSync(own) || !existsSync(kept))
    return;
  await assertWhole(backup, (path) => path === keyPath);
  makeDataFolder(dataDir);
  copyFileSync(kept, own);
}

/** No server may run in this data folder meanwhile; one that does is named. */
async function openDatabase(
  { database, dataDir }: Config,
  opened: AsyncDisposableStack,
): Promise<DatabaseConnection> {
  if (database.kind === "embedded")
    return opened.use(await startEmbeddedPostgres({ dataDir, log })).connection;
  makeDataFolder(dataDir);
  opened.use(await lockDataFolder(dataDir));
  await checkDatabase(database);
  return database;
}

async function restore(given: string | undefined): Promise<void> {
  if (given === undefined)
    throw new StartRefusedError(
      "Say which backup: npm run restore -- /path/to/backups/veche-…",
    );
  const folder = resolve(given);
  const backup = { folder, manifest: await readManifest(folder) };
  await takeKey(backup, readEnv());
  const config = readConfig(readEnv());
  await using opened = new AsyncDisposableStack();
  const connection = await openDatabase(config, opened);
  await restoreBackup(backup, { ...config, connection, log });
  const audit = await proveAudit(connection, config, log);
  process.stdout.write(
    `Restored as it was at ${backup.manifest.takenAt}. ` +
      (audit.isIntact
        ? `The audit trail is intact: ${audit.entryCount} entries.`
        : `The audit trail had been touched before: entry ${audit.firstBadPosition}.`) +
      " Start it with: npm start\n",
  );
}

await restore(process.argv[2]).catch(exitWithFailure);
