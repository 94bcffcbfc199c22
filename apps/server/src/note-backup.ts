import type { DatabaseConnection } from "./platform/db/connection.ts";
import { createDatabase } from "./platform/db/create-database.ts";
import { serverActor } from "./platform/db/database.ts";
import { createEventBus } from "./platform/event-bus.ts";
import type { Log } from "./platform/log.ts";

/** Lets the audit trail know of a backup that was made beside the server. */
export async function noteBackup(
  connection: DatabaseConnection,
  folder: string,
  log: Log,
): Promise<void> {
  const bus = createEventBus({ log });
  await using database = createDatabase({ connection, bus, log });
  await database.transact(serverActor, async ({ happened }) => {
    happened({ type: "backup.taken", folder });
  });
}
