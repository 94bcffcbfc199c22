import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // The token is kept as it is: those who govern the conversation look at the link again and pass it on.
  await sql`
    CREATE TABLE invitations (
      id uuid PRIMARY KEY,
      conversation_id uuid NOT NULL REFERENCES conversations (id),
      token text NOT NULL UNIQUE,
      created_by uuid NOT NULL,
      client_id uuid NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz,
      revoked_at timestamptz,
      use_count integer NOT NULL DEFAULT 0,
      UNIQUE (created_by, client_id)
    )`.execute(db);
  await sql`
    CREATE INDEX invitations_of_conversation ON invitations (conversation_id) WHERE revoked_at IS NULL`.execute(
    db,
  );
}
