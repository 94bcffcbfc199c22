import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // How long operators took for each wrap-up: the operator's row only knows the one going on. Without a foreign key, which would
  // take the request's row after the operator's.
  await sql`
    CREATE TABLE wrap_up_times (
      request_id uuid PRIMARY KEY,
      since timestamptz NOT NULL,
      until timestamptz NOT NULL
    )`.execute(db);
}
