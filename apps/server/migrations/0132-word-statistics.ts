import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // How common a word is decides between the index of words and walking back in time. Of a word that is not among the
  // counted ones the planner supposes half of what the rarest of those has: with the usual thousand of them a rare word
  // seemed so common that all messages of the searcher's conversations were gone through beside it.
  await sql`ALTER TABLE message_words ALTER COLUMN words SET STATISTICS 400`.execute(
    db,
  );
}
