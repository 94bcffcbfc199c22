import { sql, type Kysely } from "kysely";

/** A session on its way to another operator keeps the present one until somebody takes over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE transfers (
      id uuid PRIMARY KEY,
      request_id uuid NOT NULL REFERENCES requests (id),
      from_operator_id uuid NOT NULL REFERENCES operators (user_id),
      from_operator_name text NOT NULL,
      served_since timestamptz NOT NULL,
      to_operator_id uuid REFERENCES operators (user_id),
      to_queue_id uuid REFERENCES queues (id),
      to_name text,
      note text,
      created_at timestamptz NOT NULL,
      left_at timestamptz,
      closed_at timestamptz,
      answer text CHECK (answer IN ('declined', 'timed_out', 'withdrawn')),
      outcome text CHECK (outcome IN ('taken_over', 'taken_back', 'ended')),
      CHECK ((to_operator_id IS NULL) <> (to_queue_id IS NULL)),
      CHECK ((closed_at IS NULL) = (outcome IS NULL))
    )`.execute(db);
  await sql`CREATE UNIQUE INDEX transfers_open ON transfers (request_id) WHERE closed_at IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX transfers_of_request ON transfers (request_id, created_at)`.execute(
    db,
  );
  await sql`CREATE INDEX transfers_from ON transfers (from_operator_id, request_id)`.execute(
    db,
  );
  await changeRequests(db);
}

async function changeRequests(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE requests ADD COLUMN transfer_id uuid REFERENCES transfers (id)`.execute(
    db,
  );
  // Of those without a name this is the fourth: who is queued has no operator, unless the session is being handed over.
  await sql`ALTER TABLE requests DROP CONSTRAINT requests_check3`.execute(db);
  await sql`
    ALTER TABLE requests ADD CONSTRAINT requests_queued_operator
    CHECK (state NOT IN ('waiting', 'offered') OR operator_id IS NULL OR transfer_id IS NOT NULL)`.execute(
    db,
  );
  await sql`DROP INDEX requests_of_operator_active`.execute(db);
  await sql`CREATE UNIQUE INDEX requests_of_operator_open ON requests (operator_id) WHERE state <> 'ended'`.execute(
    db,
  );
  await sql`ALTER TABLE calls ADD COLUMN awaits_operator boolean NOT NULL DEFAULT false`.execute(
    db,
  );
}
