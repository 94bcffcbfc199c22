import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // By which people without an account watch a recording. One that was revoked is gone: the trail knows of it.
  await sql`
    CREATE TABLE recording_links (
      id uuid PRIMARY KEY,
      recording_id uuid NOT NULL REFERENCES recordings (id),
      -- The film it shows; null: what each person sent.
      composition_id uuid REFERENCES recording_compositions (id) ON DELETE CASCADE,
      -- The secret itself is kept nowhere.
      token_hash bytea NOT NULL UNIQUE,
      made_by uuid NOT NULL,
      made_by_name text NOT NULL,
      made_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      view_count integer NOT NULL DEFAULT 0,
      last_viewed_at timestamptz
    )`.execute(db);
  await sql`CREATE INDEX recording_links_of ON recording_links (recording_id)`.execute(
    db,
  );
}
