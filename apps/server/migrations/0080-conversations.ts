import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // The pair of a direct conversation stands in order, so that both find the same one; oneself with oneself: notes.
  await sql`
    ALTER TABLE conversations
      ADD COLUMN direct_one uuid,
      ADD COLUMN direct_other uuid,
      ADD COLUMN created_by uuid,
      ADD COLUMN client_id uuid,
      ADD COLUMN deleted_at timestamptz,
      ADD CHECK ((direct_one IS NULL) = (direct_other IS NULL) AND direct_one <= direct_other),
      ADD CHECK (client_id IS NULL OR created_by IS NOT NULL)`.execute(db);
  await sql`
    CREATE UNIQUE INDEX conversation_of_pair ON conversations (direct_one, direct_other)
      WHERE direct_one IS NOT NULL`.execute(db);
  await sql`
    CREATE UNIQUE INDEX conversation_of_creation ON conversations (created_by, client_id)
      WHERE client_id IS NOT NULL`.execute(db);
  await sql`
    CREATE INDEX open_conversations ON conversations (active_at DESC)
      WHERE access = 'open' AND deleted_at IS NULL`.execute(db);
}
