import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // A session is rated once, by whoever was served in it.
  await sql`
    CREATE TABLE ratings (
      request_id uuid PRIMARY KEY,
      customer_id uuid NOT NULL,
      operator_id uuid,
      -- From 1 to 5; null: they said nothing of it.
      people integer CHECK (people BETWEEN 1 AND 5),
      technology integer CHECK (technology BETWEEN 1 AND 5),
      comment text NOT NULL,
      by_link boolean NOT NULL,
      -- When the session ended: what it counts for.
      ended_at timestamptz NOT NULL,
      given_at timestamptz NOT NULL,
      CHECK (people IS NOT NULL OR technology IS NOT NULL)
    )`.execute(db);
  await sql`CREATE INDEX ratings_by_end ON ratings (ended_at)`.execute(db);
}
