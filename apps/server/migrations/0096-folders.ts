import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE folders (
      id uuid PRIMARY KEY,
      owner_id uuid NOT NULL,
      client_id uuid NOT NULL,
      name text NOT NULL,
      rank integer NOT NULL,
      UNIQUE (owner_id, client_id)
    )`.execute(db);
}
