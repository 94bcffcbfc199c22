import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await createStock(db);
  await createKeeping(db);
}

async function createStock(db: Kysely<unknown>): Promise<void> {
  // What is known of a recording once its tracks are lined up.
  await sql`
    CREATE TABLE recording_stock (
      recording_id uuid PRIMARY KEY REFERENCES recordings (id),
      state text NOT NULL CHECK (state IN ('playable', 'empty', 'failed')),
      -- How many tracks it was made of: another number means that somebody withdrew, or a track came late.
      track_count integer NOT NULL,
      duration_ms integer NOT NULL,
      prepared_at timestamptz NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE recording_reels (
      id uuid PRIMARY KEY,
      recording_id uuid NOT NULL REFERENCES recording_stock (recording_id),
      principal_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('camera', 'screen')),
      has_picture boolean NOT NULL,
      has_sound boolean NOT NULL,
      seen jsonb NOT NULL,
      present jsonb NOT NULL,
      duration_ms integer NOT NULL,
      size_bytes bigint NOT NULL,
      UNIQUE (recording_id, principal_id, kind)
    )`.execute(db);
  await sql`
    CREATE TABLE recording_compositions (
      id uuid PRIMARY KEY,
      recording_id uuid NOT NULL REFERENCES recordings (id),
      layout text NOT NULL CHECK (layout IN ('side_by_side', 'grid', 'speaker', 'presentation')),
      format text NOT NULL CHECK (format IN ('mp4', 'webm')),
      language text NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'working', 'ready', 'failed')),
      progress real NOT NULL,
      tries integer NOT NULL,
      -- Who works on it says so; who has not for a while is dead.
      worked_at timestamptz,
      -- Another number with every start: what an earlier one brings is not taken.
      run integer NOT NULL,
      size_bytes bigint,
      requested_by uuid,
      requested_by_name text NOT NULL,
      requested_at timestamptz NOT NULL,
      UNIQUE (recording_id, layout, format)
    )`.execute(db);
  await sql`
    CREATE INDEX recording_compositions_due ON recording_compositions (requested_at)
      WHERE state IN ('waiting', 'working')`.execute(db);
}

async function createKeeping(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE recording_holds (
      recording_id uuid PRIMARY KEY REFERENCES recordings (id),
      by_id uuid NOT NULL,
      by_name text NOT NULL,
      reason text NOT NULL,
      since timestamptz NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE recording_deletions (
      recording_id uuid PRIMARY KEY REFERENCES recordings (id),
      reason text NOT NULL CHECK (reason IN ('asked', 'retention')),
      by_id uuid,
      by_name text,
      decided_at timestamptz NOT NULL,
      removed_at timestamptz,
      -- Every file with its size and hash as it was.
      files jsonb NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX recording_deletions_open ON recording_deletions (recording_id) WHERE removed_at IS NULL`.execute(
    db,
  );
  await sql`
    CREATE TABLE recording_keeping (
      singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
      days integer CHECK (days > 0)
    )`.execute(db);
  await sql`INSERT INTO recording_keeping (days) VALUES (NULL)`.execute(db);
}
