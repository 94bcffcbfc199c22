import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE customers (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL,
      external_id text,
      name text NOT NULL,
      email text,
      phone text,
      attributes jsonb NOT NULL DEFAULT '{}',
      language text NOT NULL CHECK (language IN ('ru', 'en')),
      page_url text,
      page_title text,
      conversation_id uuid NOT NULL UNIQUE REFERENCES conversations (id),
      first_seen_at timestamptz NOT NULL,
      last_seen_at timestamptz NOT NULL,
      UNIQUE (site_id, external_id)
    ) WITH (fillfactor = 80)`.execute(db);

  // The token itself is never stored: a copy of the table opens nobody's visit.
  await sql`
    CREATE TABLE visits (
      token_hash bytea PRIMARY KEY,
      customer_id uuid NOT NULL REFERENCES customers (id),
      started_at timestamptz NOT NULL,
      last_used_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX visits_of_customer ON visits (customer_id)`.execute(
    db,
  );
  await sql`CREATE INDEX visits_by_expiry ON visits (expires_at)`.execute(db);
}
