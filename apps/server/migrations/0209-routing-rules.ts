import { sql, type Kysely } from "kysely";

/** How a queue chooses whom to ring, and why somebody was rung. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE queues
      ADD COLUMN strategy text NOT NULL DEFAULT 'longest_idle'
        CHECK (strategy IN ('longest_idle', 'round_robin', 'fewest_sessions')),
      ADD COLUMN overflow_queue_id uuid REFERENCES queues (id) CHECK (overflow_queue_id <> id),
      ADD COLUMN overflow_after_s integer CHECK (overflow_after_s BETWEEN 0 AND 3600),
      ADD COLUMN sticky_days smallint NOT NULL DEFAULT 0 CHECK (sticky_days BETWEEN 0 AND 90),
      ADD CHECK ((overflow_queue_id IS NULL) = (overflow_after_s IS NULL))`.execute(
    db,
  );
  await sql`ALTER TABLE requests ADD COLUMN sticky_operator_id uuid`.execute(
    db,
  );
  await sql`ALTER TABLE offers ADD COLUMN reason text`.execute(db);
  // Whom round robin rang last, and whose sessions are counted.
  await sql`CREATE INDEX offers_of_operator ON offers (operator_id, created_at)`.execute(
    db,
  );
}
