import { sql, type Kysely } from "kysely";

/** From which networks the staff may come; an empty list: from everywhere. One row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE staff_networks (
      is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
      networks jsonb NOT NULL
    )`.execute(db);
  await sql`INSERT INTO staff_networks (networks) VALUES ('[]')`.execute(db);
}
