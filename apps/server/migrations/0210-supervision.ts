import { sql, type Kysely } from "kysely";

/** A supervisor beside the two of a session's call, and what its customers are told of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE call_participants
      ADD COLUMN supervision text CHECK (supervision IN ('listen', 'whisper', 'join')),
      ADD COLUMN is_supervision_told boolean NOT NULL DEFAULT false`.execute(
    db,
  );
  await sql`ALTER TABLE queues ADD COLUMN tells_supervision boolean NOT NULL DEFAULT true`.execute(
    db,
  );
}
