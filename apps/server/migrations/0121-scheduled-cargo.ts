import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // What is to be sent, and how it looks while it waits; null: words alone.
  await sql`
    ALTER TABLE scheduled_messages ADD COLUMN cargo jsonb, ADD COLUMN carried jsonb`.execute(
    db,
  );
}
