import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // A removed application keeps its row: its key stands in the names of objects that people talked about, and whoever
  // got it anew would come into those conversations.
  await sql`ALTER TABLE applications ADD COLUMN removed_at timestamptz`.execute(
    db,
  );

  // Once an administrator has laid a kind of cards out, its application's own layout no longer replaces theirs.
  await sql`ALTER TABLE object_types ADD COLUMN is_arranged boolean NOT NULL DEFAULT false`.execute(
    db,
  );

  await sql`
    CREATE TABLE webhook_deliveries (
      id uuid PRIMARY KEY,
      application_id uuid NOT NULL REFERENCES applications (id),
      at timestamptz NOT NULL,
      kind text NOT NULL CHECK (kind IN ('events', 'test')),
      first_number integer,
      last_number integer,
      status integer,
      took_ms integer NOT NULL CHECK (took_ms >= 0)
    )`.execute(db);
  await sql`
    CREATE INDEX webhook_deliveries_of_application
      ON webhook_deliveries (application_id, id DESC)`.execute(db);
}
