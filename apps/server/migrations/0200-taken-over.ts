import { sql, type Kysely } from "kysely";

/** Sessions that a supervisor took are told apart from those that were handed over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE transfers ADD COLUMN is_taken boolean NOT NULL DEFAULT false`.execute(
    db,
  );
}
