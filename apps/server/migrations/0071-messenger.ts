import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // A constant default is kept in the catalogue: no row is rewritten.
  await sql`
    ALTER TABLE conversations
      ADD COLUMN about text,
      ADD COLUMN picture_id uuid,
      ADD COLUMN access text NOT NULL DEFAULT 'invited' CHECK (access IN ('invited', 'open')),
      ADD COLUMN posting text NOT NULL DEFAULT 'members' CHECK (posting IN ('members', 'admins')),
      ADD COLUMN object_application text,
      ADD COLUMN object_type text,
      ADD COLUMN object_id text,
      ADD COLUMN confidentiality jsonb,
      ADD COLUMN last_message jsonb,
      ADD COLUMN active_at timestamptz,
      ADD CHECK ((object_application IS NULL) = (object_id IS NULL) AND (object_type IS NULL) = (object_id IS NULL))`.execute(
    db,
  );
  await sql`
    UPDATE conversations c SET active_at = coalesce(
      (SELECT max(e.at) FROM conversation_events e
       WHERE e.conversation_id = c.id AND e.type = 'message.created'), c.created_at)`.execute(
    db,
  );
  await sql`ALTER TABLE conversations ALTER COLUMN active_at SET NOT NULL`.execute(
    db,
  );
  await sql`
    CREATE UNIQUE INDEX conversation_of_object
      ON conversations (object_application, object_type, object_id) WHERE object_id IS NOT NULL`.execute(
    db,
  );
  await sql`
    ALTER TABLE members
      ADD COLUMN pinned_rank integer CHECK (pinned_rank >= 0),
      ADD COLUMN is_archived boolean NOT NULL DEFAULT false,
      ADD COLUMN notify text NOT NULL DEFAULT 'all' CHECK (notify IN ('all', 'mentions', 'nothing')),
      ADD COLUMN muted_until timestamptz,
      ADD COLUMN folder_ids uuid[] NOT NULL DEFAULT '{}',
      ADD COLUMN draft jsonb`.execute(db);
}
