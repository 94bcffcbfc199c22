import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE conferences (
      id uuid PRIMARY KEY,
      conversation_id uuid NOT NULL UNIQUE,
      title text NOT NULL,
      about text,
      -- Null: a lasting room.
      schedule jsonb,
      -- When the last occurrence ends; null where there is no last one.
      over_at timestamptz,
      created_by uuid NOT NULL,
      client_id uuid NOT NULL,
      created_at timestamptz NOT NULL,
      cancelled_at timestamptz,
      UNIQUE (created_by, client_id)
    )`.execute(db);
  await sql`
    CREATE TABLE conference_invitees (
      conference_id uuid NOT NULL REFERENCES conferences (id),
      user_id uuid NOT NULL,
      is_organiser boolean NOT NULL,
      answer text NOT NULL CHECK (answer IN ('open', 'yes', 'maybe', 'no')),
      PRIMARY KEY (conference_id, user_id)
    )`.execute(db);
  await sql`CREATE INDEX conferences_of_user ON conference_invitees (user_id)`.execute(
    db,
  );
  // One occurrence that is not where the rule has it; without a time it does not take place.
  await sql`
    CREATE TABLE conference_exceptions (
      conference_id uuid NOT NULL REFERENCES conferences (id),
      original_at timestamptz NOT NULL,
      starts_at_local text,
      duration_minutes integer,
      PRIMARY KEY (conference_id, original_at),
      CHECK ((starts_at_local IS NULL) = (duration_minutes IS NULL))
    )`.execute(db);
}
