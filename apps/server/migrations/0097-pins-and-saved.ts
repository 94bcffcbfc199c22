import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE pins (
      message_id uuid PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
      conversation_id uuid NOT NULL,
      seq integer NOT NULL,
      pinned_at timestamptz NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX pins_of_conversation ON pins (conversation_id, pinned_at)`.execute(
    db,
  );

  // Where the log repeats words of a message, so that deleting it need not search the log.
  await sql`
    CREATE TABLE message_echoes (
      message_id uuid NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      seq integer NOT NULL,
      PRIMARY KEY (message_id, seq)
    )`.execute(db);
  await sql`
    INSERT INTO message_echoes (message_id, seq) SELECT message_id, seq FROM message_edits`.execute(
    db,
  );

  await sql`
    CREATE TABLE saved_messages (
      principal_id uuid NOT NULL,
      message_id uuid NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      saved_at timestamptz NOT NULL,
      PRIMARY KEY (principal_id, message_id)
    )`.execute(db);
}
