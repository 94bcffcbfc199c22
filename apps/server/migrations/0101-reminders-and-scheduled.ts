import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE reminders (
      id uuid PRIMARY KEY,
      principal_id uuid NOT NULL,
      client_id uuid NOT NULL,
      message_id uuid NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      remind_at timestamptz NOT NULL,
      fired_at timestamptz,
      UNIQUE (principal_id, client_id)
    )`.execute(db);
  await sql`CREATE INDEX reminders_to_fire ON reminders (remind_at) WHERE fired_at IS NULL`.execute(
    db,
  );

  await sql`
    CREATE TABLE scheduled_messages (
      id uuid PRIMARY KEY,
      conversation_id uuid NOT NULL,
      author_id uuid NOT NULL,
      client_id uuid NOT NULL,
      body text NOT NULL,
      mentions jsonb NOT NULL,
      send_at timestamptz NOT NULL,
      taken_at timestamptz,
      refusal text,
      UNIQUE (author_id, client_id)
    )`.execute(db);
  await sql`CREATE INDEX scheduled_to_send ON scheduled_messages (send_at) WHERE refusal IS NULL`.execute(
    db,
  );
}
