import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // The name stands outside the chain: a person's data can be erased without breaking the proof.
  await sql`
    CREATE TABLE audit_entries (
      position bigint PRIMARY KEY CHECK (position >= 1),
      at timestamptz NOT NULL,
      type text NOT NULL,
      actor_id uuid,
      actor_name text,
      address text,
      details jsonb NOT NULL,
      hash bytea NOT NULL
    )`.execute(db);
  // Where the chain ends, sealed with the server's key: cutting entries off the end shows.
  await sql`
    CREATE TABLE audit_head (
      is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
      position bigint NOT NULL,
      hash bytea NOT NULL,
      seal bytea NOT NULL
    )`.execute(db);
}
