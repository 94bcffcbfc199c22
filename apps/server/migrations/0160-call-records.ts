import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE call_events (
      call_id uuid NOT NULL REFERENCES calls (id),
      place bigint GENERATED ALWAYS AS IDENTITY,
      at timestamptz NOT NULL,
      principal_id uuid,
      kind text NOT NULL,
      equipment jsonb,
      PRIMARY KEY (call_id, place)
    )`.execute(db);
  await sql`
    CREATE TABLE call_verdicts (
      call_id uuid NOT NULL REFERENCES calls (id),
      principal_id uuid NOT NULL,
      level text NOT NULL,
      reason text NOT NULL,
      path text NOT NULL,
      troubled_ratio real NOT NULL,
      step text NOT NULL,
      PRIMARY KEY (call_id, principal_id)
    )`.execute(db);
  // The view of calls gone wrong reads backwards in time.
  await sql`CREATE INDEX calls_by_end ON calls (ended_at DESC) WHERE ended_at IS NOT NULL AND live_at IS NOT NULL`.execute(
    db,
  );
}
