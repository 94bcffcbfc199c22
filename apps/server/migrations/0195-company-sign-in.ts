import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE oidc_providers (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      issuer text NOT NULL,
      client_id text NOT NULL,
      -- Sealed.
      client_secret text,
      settings jsonb NOT NULL,
      is_off boolean NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  // Whom a provider means by its word for somebody. One account has one such word, so that a login or an address given
  // to another person later opens nothing. The account may be on its way: the row is written before it.
  await sql`
    CREATE TABLE company_identities (
      provider_id uuid NOT NULL,
      subject text NOT NULL,
      user_id uuid NOT NULL,
      linked_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (provider_id, subject),
      UNIQUE (provider_id, user_id)
    )`.execute(db);
  await sql`CREATE INDEX company_identities_of_user ON company_identities (user_id)`.execute(
    db,
  );
  // Null: passwords serve everybody.
  await sql`ALTER TABLE sign_in_policy ADD COLUMN emergency_user_id uuid`.execute(
    db,
  );
}
