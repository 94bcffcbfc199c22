import { sql, type Kysely } from "kysely";

/** The operator of a session asks supervisors for help. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE requests
      ADD COLUMN help_asked_at timestamptz,
      ADD COLUMN help_words text,
      ADD CONSTRAINT requests_help_words CHECK (help_words IS NULL OR help_asked_at IS NOT NULL)`.execute(
    db,
  );
  await sql`CREATE INDEX requests_help_asked ON requests (help_asked_at) WHERE help_asked_at IS NOT NULL`.execute(
    db,
  );
}
