import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Calendar programs take the letter with the greatest sequence (RFC 5546).
  await sql`
    ALTER TABLE conferences
      ADD COLUMN sequence integer NOT NULL DEFAULT 0,
      ADD COLUMN changed_at timestamptz`.execute(db);
  await sql`UPDATE conferences SET changed_at = created_at`.execute(db);
  await sql`ALTER TABLE conferences ALTER COLUMN changed_at SET NOT NULL`.execute(
    db,
  );
  await sql`ALTER TABLE mails ADD COLUMN calendar jsonb`.execute(db);
}
