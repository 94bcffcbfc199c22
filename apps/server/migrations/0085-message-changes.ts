import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // A message's text stands in its entry of the log alone, so that a deleted one is gone everywhere. What makes a
  // second sending the same sending is a fingerprint of what was sent first.
  await sql`ALTER TABLE messages ADD COLUMN fingerprint text`.execute(db);
  await sql`
    UPDATE messages SET fingerprint = encode(sha256(convert_to(body, 'UTF8')), 'base64')`.execute(
    db,
  );
  await sql`
    ALTER TABLE messages ALTER COLUMN fingerprint SET NOT NULL, DROP COLUMN body`.execute(
    db,
  );

  // (author_id, client_id) makes editing idempotent: an old edit sent again must not undo a newer one.
  await sql`
    CREATE TABLE message_edits (
      message_id uuid NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      seq integer NOT NULL,
      author_id uuid NOT NULL,
      client_id uuid NOT NULL,
      edited_at timestamptz NOT NULL,
      body_before text,
      said_at timestamptz NOT NULL,
      PRIMARY KEY (message_id, seq),
      UNIQUE (author_id, client_id)
    )`.execute(db);

  await sql`
    CREATE TABLE reactions (
      message_id uuid NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      principal_id uuid NOT NULL,
      emoji text NOT NULL,
      PRIMARY KEY (message_id, principal_id, emoji)
    )`.execute(db);
}
