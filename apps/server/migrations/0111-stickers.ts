import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE sticker_sets (
      id uuid PRIMARY KEY,
      owner_id uuid NOT NULL,
      title text NOT NULL,
      is_shared boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX sticker_sets_shared ON sticker_sets (title) WHERE is_shared`.execute(
    db,
  );
  await sql`
    CREATE TABLE stickers (
      id uuid PRIMARY KEY,
      set_id uuid NOT NULL REFERENCES sticker_sets (id) ON DELETE CASCADE,
      file_id uuid NOT NULL UNIQUE REFERENCES files (id),
      emoji text NOT NULL,
      rank integer NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX stickers_set ON stickers (set_id, rank)`.execute(db);
  // Which sets stand in whose list; the smallest rank first.
  await sql`
    CREATE TABLE sticker_lists (
      user_id uuid NOT NULL,
      set_id uuid NOT NULL REFERENCES sticker_sets (id) ON DELETE CASCADE,
      rank integer NOT NULL,
      PRIMARY KEY (user_id, set_id)
    )`.execute(db);
}
