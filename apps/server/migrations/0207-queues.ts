import { sql, type Kysely } from "kysely";

/** Several queues: which is served first, and who is rung for which. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE queues
      ADD COLUMN priority smallint NOT NULL DEFAULT 5 CHECK (priority BETWEEN 1 AND 9),
      ADD COLUMN archived_at timestamptz`.execute(db);
  await sql`
    CREATE TABLE queue_members (
      queue_id uuid NOT NULL REFERENCES queues (id),
      operator_id uuid NOT NULL,
      PRIMARY KEY (queue_id, operator_id)
    )`.execute(db);
}
