import { sql, type Kysely } from "kysely";

/** A session's call may be put on hold; how long it was is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE requests
      ADD COLUMN held_at timestamptz,
      ADD COLUMN held_ms integer NOT NULL DEFAULT 0`.execute(db);
}
