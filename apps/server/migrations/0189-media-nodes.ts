import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Media servers that take no new rooms; what else there is of them stands in the settings.
  await sql`
    CREATE TABLE drained_media_nodes (
      name text PRIMARY KEY,
      since timestamptz NOT NULL
    )`.execute(db);
}
