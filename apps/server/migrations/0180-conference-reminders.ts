import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // When its people are reminded next, or it is looked at again; null: never.
  await sql`ALTER TABLE conferences ADD COLUMN look_at timestamptz`.execute(db);
  await sql`
    UPDATE conferences SET look_at = now()
    WHERE schedule IS NOT NULL AND cancelled_at IS NULL
      AND (over_at IS NULL OR over_at > now())`.execute(db);
  await sql`CREATE INDEX conferences_to_look_at ON conferences (look_at) WHERE look_at IS NOT NULL`.execute(
    db,
  );
  // What people were reminded of: each beginning once.
  await sql`
    CREATE TABLE conference_reminders (
      conference_id uuid NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
      starts_at timestamptz NOT NULL,
      PRIMARY KEY (conference_id, starts_at)
    )`.execute(db);
  // The secret in the address of a person's calendar.
  await sql`
    CREATE TABLE calendar_feeds (
      user_id uuid PRIMARY KEY,
      token text NOT NULL UNIQUE,
      created_at timestamptz NOT NULL
    )`.execute(db);
}
