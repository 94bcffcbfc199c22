import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // (author_id, client_id) makes sending idempotent even when two servers race for the same message.
  await sql`
    CREATE TABLE messages (
      id uuid PRIMARY KEY,
      conversation_id uuid NOT NULL,
      seq integer NOT NULL,
      author_id uuid NOT NULL,
      client_id uuid NOT NULL,
      body text NOT NULL,
      created_at timestamptz NOT NULL,
      UNIQUE (author_id, client_id)
    )`.execute(db);
}
