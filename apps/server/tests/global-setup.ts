import { rm } from "node:fs/promises";
import { chmodSync } from "node:fs";
import type { TestProject } from "vitest/node";
import pg from "pg";
import {
  clientConfig,
  type DatabaseConnection,
} from "../src/platform/db/connection.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { createLog } from "../src/platform/log.ts";
import { startEmbeddedPostgres } from "../src/platform/postgres/embedded-postgres.ts";
import { makeDatabaseFolder, type DatabaseFolder } from "./database-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The run's cluster; its database is the migrated template. */
    readonly testPostgres: Extract<DatabaseConnection, { kind: "socket" }>;
    readonly copyStrategy: DatabaseFolder["copyStrategy"];
  }
}

const template = "veche_template";

const running = new AsyncDisposableStack();

/** One embedded PostgreSQL for the whole run, with a migrated template to copy from. */
export async function setup(project: TestProject): Promise<void> {
  const { path: dataDir, copyStrategy } = await makeDatabaseFolder();
  chmodSync(dataDir, 0o711);
  const log = createLog({ level: "error", isPretty: false });
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log,
    // Nothing here outlives the run, so nothing needs to reach the disk.
    settings: {
      fsync: "off",
      full_page_writes: "off",
      max_connections: "200",
      autovacuum: "off",
      max_wal_size: "256MB",
    },
  });
  const { connection } = postgres;
  if (connection.kind !== "socket")
    throw new Error("the embedded PostgreSQL is reached by its socket");

  const client = new pg.Client(clientConfig(connection));
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  await migrate({ connection: { ...connection, database: template }, log });
  project.provide("testPostgres", { ...connection, database: template });
  project.provide("copyStrategy", copyStrategy);

  running.defer(() => rm(dataDir, { recursive: true, force: true }));
  running.use(postgres);
}

export async function teardown(): Promise<void> {
  await running.disposeAsync();
}
