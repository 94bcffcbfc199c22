import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Everything said up to here is gone by its age: the sweep begins behind it.
  await sql`ALTER TABLE conversations ADD COLUMN swept_to integer NOT NULL DEFAULT 0`.execute(
    db,
  );
}
