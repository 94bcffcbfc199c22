import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // The office's ready-made answers; what was inserted into a chat is a message like any other.
  await sql`
    CREATE TABLE canned_answers (
      id uuid PRIMARY KEY,
      title text NOT NULL,
      -- In lower case; it is found by it after a slash.
      shortcut text NOT NULL UNIQUE,
      -- With variables in double braces.
      text text NOT NULL,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL
    )`.execute(db);
}
