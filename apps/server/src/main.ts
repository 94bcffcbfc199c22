import { enableCompileCache, flushCompileCache } from "node:module";
import { join } from "node:path";
import type { App } from "./app/create-app.ts";
import { createMedia } from "./modules/media/index.ts";
import { systemClock } from "./platform/clock.ts";
import type { Config } from "./platform/config/config.ts";
import { readConfig, readEnv } from "./platform/config/read-config.ts";
import type { DatabaseConnection } from "./platform/db/connection.ts";
import { createDatabase } from "./platform/db/create-database.ts";
import { codeOf } from "./platform/db/failures.ts";
import { watchDatabase } from "./platform/db/database-health.ts";
import { migrate } from "./platform/db/migrate.ts";
import { createDiskGuard, readDiskSpace } from "./platform/disk/disk-guard.ts";
import { createEventBus } from "./platform/event-bus.ts";
import { systemIds } from "./platform/ids.ts";
import { createLog, type Log } from "./platform/log.ts";
import { startEmbeddedPostgres } from "./platform/postgres/embedded-postgres.ts";
import { makeDataFolder } from "./platform/postgres/folders.ts";
import { checkDatabase } from "./platform/postgres/prepare-database.ts";
import { watchStalls } from "./platform/process/stall-watch.ts";
import {
  exitOnUncaught,
  exitWithFailure,
  waitForStop,
} from "./platform/process/exit.ts";
import { StartRefusedError } from "./platform/start-refused-error.ts";
import { systemTimers } from "./platform/timers.ts";
import { describeWelcome } from "./welcome.ts";

/** What was opened last is closed first: the app before its database. */
async function start(config: Config, log: Log): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  makeDataFolder(config.dataDir);
  // The product's code is read while the database comes up, from the second start on out of a cache.
  enableCompileCache(join(config.dataDir, "cache"));
  const [connection, { createApp }] = await Promise.all([
    openConnection(config, log, opened),
    import("./app/create-app.ts"),
  ]);
  await migrate({ connection, log });

  const powers = {
    log,
    clock: systemClock,
    timers: systemTimers,
    ids: systemIds,
  };
  opened.use(watchStalls(powers));
  const bus = createEventBus({ log });
  const disk = createDiskGuard({
    readSpace: () => readDiskSpace(config.dataDir),
    minFreeBytes: config.disk.minFreeBytes,
    ...powers,
  });
  opened.use(disk);
  const database = createDatabase({ connection, bus, log, writeGate: disk });
  opened.use(database);
  const databaseHealth = await watchDatabase({ connection, ...powers });
  opened.use(databaseHealth);
  const media = createMedia({ config, ...powers });
  opened.use(media);
  media.start();

  const app = await createApp({
    ...powers,
    config,
    bus,
    database,
    writeGate: disk,
    databaseHealth,
    media,
  });
  opened.defer(() => app.drain());
  const demo = config.isDemo ? await app.seedDemo() : undefined;
  const firstAdmin = await app.makeFirstAdmin();
  await listen(app, config.port);
  // What a start itself writes is little: a server that starts on a full disk still shows what it has.
  await disk.start();
  process.stdout.write(
    describeWelcome(config, { logins: demo?.logins ?? [], firstAdmin }),
  );
  return opened.move();
}

async function openConnection(
  config: Config,
  log: Log,
  opened: AsyncDisposableStack,
): Promise<DatabaseConnection> {
  switch (config.database.kind) {
    case "embedded": {
      const postgres = await startEmbeddedPostgres({
        dataDir: config.dataDir,
        log,
      });
      opened.use(postgres);
      return postgres.connection;
    }
    case "url": {
      const connection: DatabaseConnection = {
        kind: "url",
        url: config.database.url,
      };
      await checkDatabase(connection);
      return connection;
    }
  }
}

async function listen(app: Pick<App, "listen">, port: number): Promise<void> {
  try {
    await app.listen();
  } catch (error) {
    if (codeOf(error) !== "EADDRINUSE") throw error;
    throw new StartRefusedError(
      `PORT ${port} is in use: stop what uses it, or start with another one, for example PORT=${port + 1} npm start`,
      { cause: error },
    );
  }
}

async function main(): Promise<void> {
  const config = readConfig(readEnv());
  const log = createLog(config.log);
  exitOnUncaught(log);
  const stopping = waitForStop(log);
  const running = await start(config, log);
  // The start script counts starts that came this far. Is it gone by now, the wait below ends at once.
  process.send?.("up", undefined, undefined, () => undefined);
  flushCompileCache();
  await stopping;
  await running[Symbol.asyncDispose]();
  log.info("stopped");
}

main().then(() => process.exit(0), exitWithFailure);
