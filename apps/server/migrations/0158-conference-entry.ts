import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE conferences
      ADD COLUMN has_lobby boolean NOT NULL DEFAULT false,
      ADD COLUMN presenters text NOT NULL DEFAULT 'everybody'
        CHECK (presenters IN ('everybody', 'organisers')),
      ADD COLUMN is_recorded boolean NOT NULL DEFAULT false,
      ADD COLUMN password_hash text,
      -- The secret in the link for guests; null: there is none.
      ADD COLUMN guest_token text UNIQUE`.execute(db);
  // People outside the company; addresses are kept in lower case.
  await sql`
    CREATE TABLE conference_outsiders (
      id uuid PRIMARY KEY,
      conference_id uuid NOT NULL REFERENCES conferences (id),
      email text NOT NULL CHECK (email = lower(email)),
      answer text NOT NULL CHECK (answer IN ('open', 'yes', 'maybe', 'no')),
      UNIQUE (conference_id, email)
    )`.execute(db);
}
