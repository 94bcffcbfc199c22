import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Which session an operator is writing down, and until when at the latest.
  await sql`
    ALTER TABLE operators
      ADD COLUMN wrap_up_request_id uuid,
      ADD COLUMN wrap_up_until timestamptz,
      ADD CHECK ((state = 'wrap_up') = (wrap_up_until IS NOT NULL)),
      ADD CHECK ((state = 'wrap_up') = (wrap_up_request_id IS NOT NULL))`.execute(
    db,
  );
  await sql`
    CREATE INDEX operators_wrapping_up ON operators (wrap_up_until)
    WHERE wrap_up_until IS NOT NULL`.execute(db);
  // What operators wrote down about the sessions they served. The outcome is one of the company's list in the settings.
  await sql`
    CREATE TABLE wrap_ups (
      request_id uuid PRIMARY KEY REFERENCES requests (id),
      operator_id uuid NOT NULL,
      outcome_id uuid,
      note text NOT NULL,
      follow_up_text text,
      -- A day without a clock, as people wrote it.
      follow_up_due_on text,
      saved_at timestamptz NOT NULL
    )`.execute(db);
}
