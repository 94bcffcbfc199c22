import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE ldap_directories (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      url text NOT NULL,
      bind_dn text NOT NULL,
      -- Sealed.
      bind_password text NOT NULL,
      settings jsonb NOT NULL,
      is_off boolean NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
}
