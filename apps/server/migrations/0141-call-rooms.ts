import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Every call so far was one of two, from browser to browser.
  await sql`
    ALTER TABLE calls
      ADD COLUMN kind text NOT NULL DEFAULT 'pair' CHECK (kind IN ('pair', 'group')),
      ADD COLUMN topology text NOT NULL DEFAULT 'p2p' CHECK (topology IN ('p2p', 'sfu')),
      ADD COLUMN room_id uuid,
      ADD CHECK ((topology = 'sfu') = (room_id IS NOT NULL))`.execute(db);
}
