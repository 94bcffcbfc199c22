import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Words only: the texts stand in the log alone. The primary key follows the log, so a change finds its row.
  await sql`
    CREATE TABLE message_words (
      conversation_id uuid NOT NULL,
      seq integer NOT NULL,
      message_id uuid NOT NULL,
      author_id uuid NOT NULL,
      at timestamptz NOT NULL,
      words tsvector NOT NULL,
      PRIMARY KEY (conversation_id, seq)
    )`.execute(db);
  // Rare words are found by this index, common ones by walking back in time until a page is full. Every search reads
  // the pending list whole: it is kept short.
  await sql`
    CREATE INDEX message_words_by_word ON message_words USING gin (words)
      WITH (gin_pending_list_limit = 512)`.execute(db);
  await sql`
    CREATE INDEX message_words_by_time ON message_words (at DESC, seq DESC, conversation_id DESC)`.execute(
    db,
  );

  await sql`
    CREATE TABLE search_cursors (
      conversation_id uuid PRIMARY KEY,
      indexed_to integer NOT NULL DEFAULT 0
    ) WITH (fillfactor = 70)`.execute(db);
}
