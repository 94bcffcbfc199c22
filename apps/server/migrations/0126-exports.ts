import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE exports (
      id uuid PRIMARY KEY,
      user_id uuid NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'ready', 'failed', 'expired')),
      requested_at timestamptz NOT NULL,
      expires_at timestamptz,
      -- Null: there are no bytes, or they were removed.
      size_bytes bigint,
      tries integer NOT NULL DEFAULT 0,
      -- Whoever puts it together says so again and again; who stopped saying it is dead.
      worked_at timestamptz
    )`.execute(db);
  await sql`CREATE INDEX exports_of_user ON exports (user_id, requested_at)`.execute(
    db,
  );
  // One at a time, however often it is asked for.
  await sql`CREATE UNIQUE INDEX exports_waiting ON exports (user_id) WHERE state = 'waiting'`.execute(
    db,
  );
}
