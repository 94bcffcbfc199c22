import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Kept beside the members, whose changes all go through the conversation's row: nobody counts ten thousand to learn
  // whether a conversation is large.
  await sql`
    ALTER TABLE conversations ADD COLUMN member_count integer NOT NULL DEFAULT 0 CHECK (member_count >= 0)`.execute(
    db,
  );
  await sql`
    UPDATE conversations c SET member_count =
      (SELECT count(*) FROM members m WHERE m.conversation_id = c.id AND m.left_at IS NULL)`.execute(
    db,
  );

  // An index on what every message changes would make each of those updates write all indexes of the row.
  await sql`DROP INDEX open_conversations`.execute(db);
  await sql`
    CREATE INDEX open_conversations ON conversations (id)
      WHERE access = 'open' AND deleted_at IS NULL`.execute(db);

  // Whom a message names: a principal, or everybody under the nil id. Tags stand as those who carried them.
  await sql`
    CREATE TABLE mentions (
      conversation_id uuid NOT NULL,
      seq integer NOT NULL,
      target_id uuid NOT NULL,
      author_id uuid NOT NULL,
      PRIMARY KEY (conversation_id, seq, target_id)
    )`.execute(db);

  await sql`
    UPDATE conversations c SET last_message = (
      SELECT jsonb_build_object('seq', e.seq, 'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'authorId', e.actor_id, 'authorName', m.name, 'excerpt', left(e.payload->>'body', 200),
        'hint', CASE WHEN e.payload ? 'deletedAt' THEN 'deleted' END)
      FROM conversation_events e
      LEFT JOIN members m ON m.conversation_id = e.conversation_id AND m.principal_id = e.actor_id
      WHERE e.conversation_id = c.id AND e.type = 'message.created' ORDER BY e.seq DESC LIMIT 1)`.execute(
    db,
  );
}
