import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await createFiles(db);
  await createUses(db);
}

async function createFiles(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE files (
      id uuid PRIMARY KEY,
      owner_id uuid NOT NULL,
      state text NOT NULL CHECK (state IN ('uploading', 'received', 'ready', 'refused', 'removing')),
      use text CHECK (use IN ('message', 'picture', 'sticker')),
      name text NOT NULL,
      hint text,
      -- What was told when the upload began; what counts for the owner's room.
      declared_bytes bigint NOT NULL CHECK (declared_bytes >= 0),
      received_bytes bigint NOT NULL DEFAULT 0 CHECK (received_bytes BETWEEN 0 AND declared_bytes),
      -- Of what is kept, after it was looked at.
      size_bytes bigint NOT NULL CHECK (size_bytes >= 0),
      kind text NOT NULL DEFAULT 'document' CHECK (kind IN ('picture', 'video', 'audio', 'document')),
      media_type text NOT NULL DEFAULT 'application/octet-stream',
      width integer,
      height integer,
      duration_ms integer,
      waveform text,
      has_preview boolean NOT NULL DEFAULT false,
      crop jsonb,
      tries integer NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL,
      -- When the server does something with it by itself: looks at it, or removes it.
      due_at timestamptz
    )`.execute(db);
  await sql`CREATE INDEX files_due ON files (due_at) WHERE due_at IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX files_owner ON files (owner_id)`.execute(db);

  // One row an owner: the update of it decides about the room left, whoever uploads at the same time.
  await sql`
    CREATE TABLE file_owners (
      owner_id uuid PRIMARY KEY,
      used_bytes bigint NOT NULL CHECK (used_bytes >= 0)
    )`.execute(db);
}

async function createUses(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE file_places (
      message_id uuid NOT NULL,
      file_id uuid NOT NULL REFERENCES files (id) ON DELETE CASCADE,
      conversation_id uuid NOT NULL,
      seq integer NOT NULL,
      PRIMARY KEY (message_id, file_id)
    )`.execute(db);
  await sql`CREATE INDEX file_places_file ON file_places (file_id, conversation_id, seq)`.execute(
    db,
  );

  await sql`
    CREATE TABLE pictures (
      subject_id uuid PRIMARY KEY,
      subject text NOT NULL CHECK (subject IN ('person', 'conversation')),
      file_id uuid NOT NULL REFERENCES files (id)
    )`.execute(db);
  await sql`CREATE INDEX pictures_file ON pictures (file_id)`.execute(db);
}
