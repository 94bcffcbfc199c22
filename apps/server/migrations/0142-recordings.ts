import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await createRecordings(db);
  await createConsents(db);
  await createTracks(db);
  await createPolicy(db);
}

async function createRecordings(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE recordings (
      id uuid PRIMARY KEY,
      call_id uuid NOT NULL,
      conversation_id uuid NOT NULL,
      request_id uuid,
      purposes jsonb NOT NULL,
      state text NOT NULL CHECK (state IN ('recording', 'ended')),
      started_by uuid NOT NULL,
      started_by_name text NOT NULL,
      started_at timestamptz NOT NULL,
      ended_at timestamptz,
      end_reason text CHECK (end_reason IN ('stopped', 'call_ended')),
      client_id uuid NOT NULL,
      revision integer NOT NULL,
      UNIQUE (started_by, client_id),
      CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
      CHECK ((state = 'ended') = (end_reason IS NOT NULL))
    )`.execute(db);
  // A call is recorded once at a time: of two who press at once the second finds the first one's recording.
  await sql`
    CREATE UNIQUE INDEX recordings_standing ON recordings (call_id) WHERE state = 'recording'`.execute(
    db,
  );
  await sql`CREATE INDEX recordings_of_conversation ON recordings (conversation_id, started_at)`.execute(
    db,
  );
}

async function createConsents(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE recording_people (
      recording_id uuid NOT NULL REFERENCES recordings (id),
      principal_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('user', 'customer')),
      name text NOT NULL,
      -- Order of being asked.
      place integer NOT NULL,
      PRIMARY KEY (recording_id, principal_id)
    )`.execute(db);
  await sql`CREATE INDEX recording_people_by_principal ON recording_people (principal_id)`.execute(
    db,
  );
  await sql`
    CREATE TABLE recording_consents (
      recording_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      purpose text NOT NULL CHECK (purpose IN ('minutes', 'quality', 'training')),
      answer text NOT NULL CHECK (answer IN ('asked', 'given', 'refused', 'withdrawn')),
      -- Of the last answer, and of the wording that was answered.
      text_version integer NOT NULL,
      answered_at timestamptz,
      -- When it was given first, whatever came after.
      given_at timestamptz,
      PRIMARY KEY (recording_id, principal_id, purpose),
      FOREIGN KEY (recording_id, principal_id) REFERENCES recording_people (recording_id, principal_id),
      CHECK ((answer = 'asked') = (answered_at IS NULL))
    )`.execute(db);
}

async function createTracks(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE recording_tracks (
      id uuid PRIMARY KEY,
      recording_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      -- One life of a connection, recorded in one go: its lines began together.
      part_id uuid NOT NULL,
      source text NOT NULL CHECK (source IN ('microphone', 'camera', 'screen', 'screenSound')),
      -- Below the data folder.
      file text NOT NULL UNIQUE,
      -- When the media server was asked to begin; what the file's packets say stands beside it, once settled.
      started_at timestamptz NOT NULL,
      ended_at timestamptz,
      end_reason text CHECK (end_reason IN ('stopped', 'left', 'withdrawn', 'renewed', 'lost')),
      first_packet_at timestamptz,
      last_packet_at timestamptz,
      byte_count bigint,
      left_out_at timestamptz,
      FOREIGN KEY (recording_id, principal_id) REFERENCES recording_people (recording_id, principal_id),
      CHECK ((ended_at IS NULL) = (end_reason IS NULL))
    )`.execute(db);
  await sql`CREATE INDEX recording_tracks_of_recording ON recording_tracks (recording_id)`.execute(
    db,
  );
  await sql`CREATE INDEX recording_tracks_open ON recording_tracks (recording_id) WHERE ended_at IS NULL`.execute(
    db,
  );
}

async function createPolicy(db: Kysely<unknown>): Promise<void> {
  // One row: who may record.
  await sql`
    CREATE TABLE recording_policy (
      singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
      roles jsonb NOT NULL
    )`.execute(db);
  await sql`INSERT INTO recording_policy (roles) VALUES ('["admin", "supervisor", "operator"]')`.execute(
    db,
  );
}
