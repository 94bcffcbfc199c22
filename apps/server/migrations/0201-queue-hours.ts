import { sql, type Kysely } from "kysely";

/** When a queue serves; null: always. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE queues ADD COLUMN hours jsonb`.execute(db);
  // The first queue's name is read by people from now on.
  await sql`UPDATE queues SET name = 'Support' WHERE name = 'default'`.execute(
    db,
  );
}
