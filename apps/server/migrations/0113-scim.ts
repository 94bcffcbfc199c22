import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE people ADD COLUMN deprovisioned_at timestamptz`.execute(
    db,
  );
  await sql`ALTER TABLE tags ADD COLUMN display_name text`.execute(db);
  // The token itself is never stored: a copy of the table opens nothing.
  await sql`
    CREATE TABLE scim_tokens (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      token_hash bytea NOT NULL UNIQUE,
      created_at timestamptz NOT NULL,
      last_used_at timestamptz
    )`.execute(db);
}
