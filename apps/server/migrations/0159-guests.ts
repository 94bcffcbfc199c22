import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // A guest's stay; its id is theirs as a member of the conversation and in the call.
  await sql`
    CREATE TABLE guest_stays (
      id uuid PRIMARY KEY,
      conference_id uuid NOT NULL REFERENCES conferences (id),
      conversation_id uuid NOT NULL,
      name text NOT NULL,
      language text NOT NULL,
      -- SHA-256 of the bearer token.
      token_hash bytea NOT NULL UNIQUE,
      sees_after_seq integer NOT NULL,
      began_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      ended_at timestamptz
    )`.execute(db);
  await sql`CREATE INDEX guest_stays_open ON guest_stays (ends_at) WHERE ended_at IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX guest_stays_of_conference ON guest_stays (conference_id) WHERE ended_at IS NULL`.execute(
    db,
  );
  await sql`ALTER TABLE members DROP CONSTRAINT members_kind_check`.execute(db);
  await sql`
    ALTER TABLE members ADD CONSTRAINT members_kind_check
      CHECK (kind IN ('user', 'customer', 'guest', 'application'))`.execute(db);
  await sql`ALTER TABLE call_participants DROP CONSTRAINT call_participants_kind_check`.execute(
    db,
  );
  await sql`
    ALTER TABLE call_participants ADD CONSTRAINT call_participants_kind_check
      CHECK (kind IN ('user', 'customer', 'guest'))`.execute(db);
  await sql`ALTER TABLE recording_people DROP CONSTRAINT recording_people_kind_check`.execute(
    db,
  );
  await sql`
    ALTER TABLE recording_people ADD CONSTRAINT recording_people_kind_check
      CHECK (kind IN ('user', 'customer', 'guest'))`.execute(db);
}
