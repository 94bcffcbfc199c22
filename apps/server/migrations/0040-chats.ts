import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // head_seq changes with every event: room on the page keeps those updates inside it (HOT).
  await sql`
    CREATE TABLE conversations (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('direct', 'group', 'channel', 'context', 'support', 'external')),
      title text,
      head_seq integer NOT NULL DEFAULT 0 CHECK (head_seq >= 0),
      last_entry_seq integer NOT NULL DEFAULT 0 CHECK (last_entry_seq <= head_seq),
      created_at timestamptz NOT NULL,
      changed_at timestamptz NOT NULL
    ) WITH (fillfactor = 70)`.execute(db);

  await sql`
    CREATE TABLE members (
      conversation_id uuid NOT NULL REFERENCES conversations (id),
      principal_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('user', 'customer')),
      name text NOT NULL,
      role text NOT NULL CHECK (role IN ('owner', 'admin', 'member', 'read_only')),
      delivered_to integer NOT NULL DEFAULT 0,
      read_to integer NOT NULL DEFAULT 0,
      joined_at timestamptz NOT NULL,
      left_at timestamptz,
      PRIMARY KEY (conversation_id, principal_id),
      CHECK (read_to <= delivered_to)
    ) WITH (fillfactor = 80)`.execute(db);
  await sql`CREATE INDEX members_of_principal ON members (principal_id) WHERE left_at IS NULL`.execute(
    db,
  );

  // Append-only; the primary key is the backstop of the gapless numbering. No foreign key: every insert is numbered
  // by an update of its conversation in the same statement, and a check per row would cost more than the row.
  await sql`
    CREATE TABLE conversation_events (
      conversation_id uuid NOT NULL,
      seq integer NOT NULL CHECK (seq >= 1),
      type text NOT NULL,
      at timestamptz NOT NULL,
      actor_id uuid,
      payload jsonb NOT NULL,
      PRIMARY KEY (conversation_id, seq)
    )`.execute(db);
}
