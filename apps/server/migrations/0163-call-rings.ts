import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE call_rings (
      call_id uuid NOT NULL REFERENCES calls (id),
      principal_id uuid NOT NULL,
      state text NOT NULL CHECK (state IN ('ringing', 'answered', 'declined', 'missed')),
      rung_at timestamptz NOT NULL,
      rings_until timestamptz,
      PRIMARY KEY (call_id, principal_id),
      CHECK ((state = 'ringing') OR (rings_until IS NULL))
    ) WITH (fillfactor = 70)`.execute(db);
  await sql`CREATE INDEX call_rings_by_end ON call_rings (rings_until) WHERE rings_until IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX call_rings_of_person ON call_rings (principal_id, rung_at)`.execute(
    db,
  );
  await sql`CREATE INDEX call_participants_of_person ON call_participants (principal_id, call_id)`.execute(
    db,
  );
  await sql`CREATE TABLE call_looks (user_id uuid PRIMARY KEY, looked_at timestamptz NOT NULL)`.execute(
    db,
  );
  await sql`ALTER TABLE calls DROP CONSTRAINT calls_end_reason_check`.execute(
    db,
  );
  await sql`
    ALTER TABLE calls ADD CONSTRAINT calls_end_reason_check
      CHECK (end_reason IN ('hung_up', 'cancelled', 'declined', 'unanswered', 'lost', 'ended', 'busy'))`.execute(
    db,
  );
  await sql`ALTER TABLE pushes ADD COLUMN ring_of uuid, ADD COLUMN ringer text`.execute(
    db,
  );
  await tellOfEarlierRings(db);
}

/** Calls between colleagues that rang before rings were kept. */
async function tellOfEarlierRings(db: Kysely<unknown>): Promise<void> {
  await sql`
    INSERT INTO call_rings (call_id, principal_id, state, rung_at)
    SELECT c.id, p.principal_id,
      CASE WHEN p.join_id IS NOT NULL THEN 'answered' WHEN c.end_reason = 'declined' THEN 'declined' ELSE 'missed' END,
      c.created_at
    FROM calls c JOIN call_participants p ON p.call_id = c.id
    WHERE c.request_id IS NULL AND c.kind = 'pair' AND c.state = 'ended' AND p.kind = 'user' AND p.principal_id <> c.caller_id`.execute(
    db,
  );
}
