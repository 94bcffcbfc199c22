import type { Config } from "../config/config.ts";
import type { DatabaseConnection } from "../db/connection.ts";
import type { Log } from "../log.ts";
import {
  embeddedConnection,
  startEmbeddedPostgres,
} from "./embedded-postgres.ts";
import { checkDatabase } from "./prepare-database.ts";

/** For a command beside the server: a running server's database is used; otherwise it is started for the while. */
export async function borrowDatabase(
  { database, dataDir }: Pick<Config, "dataDir" | "database">,
  opened: AsyncDisposableStack,
  log: Log,
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
