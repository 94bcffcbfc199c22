import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // What is unread is counted for every conversation of everybody who connects. Two thirds of a log are receipts; in
  // this index stand the messages alone, with all that the count asks. Edits and reactions change none of it.
  await sql`
    CREATE INDEX messages_of_log ON conversation_events (conversation_id, seq) INCLUDE (actor_id)
      WHERE type = 'message.created'`.execute(db);
}
