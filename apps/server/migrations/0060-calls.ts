import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await createCalls(db);
  await createCallParticipants(db);
  await createCallQualitySamples(db);
}

async function createCalls(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE calls (
      id uuid PRIMARY KEY,
      conversation_id uuid NOT NULL,
      request_id uuid,
      media text NOT NULL CHECK (media IN ('audio', 'video')),
      state text NOT NULL CHECK (state IN ('ringing', 'active', 'ended')),
      caller_id uuid NOT NULL,
      client_id uuid,
      created_at timestamptz NOT NULL,
      rings_until timestamptz,
      live_at timestamptz,
      ended_at timestamptz,
      end_reason text CHECK (end_reason IN ('hung_up', 'cancelled', 'declined', 'unanswered', 'lost', 'ended')),
      lost_id uuid,
      revision integer NOT NULL DEFAULT 1,
      quality text,
      CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
      CHECK ((state = 'ended') = (end_reason IS NOT NULL))
    ) WITH (fillfactor = 70)`.execute(db);
  // The same command sent twice makes one call, and a conversation has one call at a time, whoever races.
  await sql`CREATE UNIQUE INDEX calls_by_client ON calls (caller_id, client_id) WHERE client_id IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE UNIQUE INDEX calls_open ON calls (conversation_id) WHERE state <> 'ended'`.execute(
    db,
  );
  await sql`CREATE INDEX calls_of_request ON calls (request_id) WHERE request_id IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX calls_by_ring_end ON calls (rings_until) WHERE rings_until IS NOT NULL`.execute(
    db,
  );
}

async function createCallParticipants(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE call_participants (
      call_id uuid NOT NULL REFERENCES calls (id),
      principal_id uuid NOT NULL,
      place integer NOT NULL,
      kind text NOT NULL CHECK (kind IN ('user', 'customer')),
      name text NOT NULL,
      state text NOT NULL CHECK (state IN ('invited', 'joining', 'live', 'reconnecting', 'left')),
      join_id uuid,
      device_id uuid,
      connection_id text,
      link text NOT NULL CHECK (link IN ('none', 'live', 'lost')),
      is_polite boolean NOT NULL,
      media jsonb NOT NULL,
      held_until timestamptz,
      PRIMARY KEY (call_id, principal_id),
      CHECK ((state = 'reconnecting') = (held_until IS NOT NULL))
    ) WITH (fillfactor = 70)`.execute(db);
  // Nobody is in two calls at once, ringing ones included.
  await sql`CREATE UNIQUE INDEX call_participants_open ON call_participants (principal_id) WHERE state <> 'left'`.execute(
    db,
  );
  await sql`CREATE INDEX call_participants_by_connection ON call_participants (connection_id) WHERE connection_id IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX call_participants_by_hold ON call_participants (held_until) WHERE held_until IS NOT NULL`.execute(
    db,
  );
}

async function createCallQualitySamples(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE call_quality_samples (
      call_id uuid NOT NULL REFERENCES calls (id),
      principal_id uuid NOT NULL,
      at timestamptz NOT NULL,
      sample jsonb NOT NULL,
      PRIMARY KEY (call_id, principal_id, at)
    )`.execute(db);
}
