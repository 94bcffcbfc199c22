import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE preview_jobs (
      message_id uuid PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
      conversation_id uuid NOT NULL,
      seq integer NOT NULL,
      url text,
      due_at timestamptz NOT NULL,
      attempts integer NOT NULL DEFAULT 0
    )`.execute(db);
  await sql`CREATE INDEX previews_due ON preview_jobs (due_at)`.execute(db);
}
