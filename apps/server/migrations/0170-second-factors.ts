import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE totp_factors (
      user_id uuid PRIMARY KEY,
      -- Sealed: codes are computed from it.
      secret text,
      since timestamptz,
      -- The last time step whose code was taken: none before it is taken again.
      last_step bigint,
      -- Of an application that is being set up; the one in use stays good until the new one has shown a code.
      pending_secret text,
      pending_since timestamptz,
      CHECK ((secret IS NULL) = (since IS NULL)),
      CHECK ((pending_secret IS NULL) = (pending_since IS NULL))
    )`.execute(db);
  await sql`
    CREATE TABLE recovery_codes (
      user_id uuid NOT NULL,
      code_hash bytea NOT NULL,
      used_at timestamptz,
      PRIMARY KEY (user_id, code_hash)
    )`.execute(db);
  await sql`
    CREATE TABLE passkeys (
      id uuid PRIMARY KEY,
      user_id uuid NOT NULL,
      -- The browser's name for it, base64url.
      credential_id text NOT NULL UNIQUE,
      public_key bytea NOT NULL,
      counter bigint NOT NULL,
      transports jsonb NOT NULL,
      name text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_used_at timestamptz
    )`.execute(db);
  await sql`CREATE INDEX passkeys_of_user ON passkeys (user_id)`.execute(db);
  await createFlows(db);
}

async function createFlows(db: Kysely<unknown>): Promise<void> {
  // What was begun and not ended yet; by the hash of the ticket, so that a copy of the table lets nobody in.
  await sql`
    CREATE TABLE sign_in_flows (
      ticket_hash bytea PRIMARY KEY,
      flow jsonb NOT NULL,
      expires_at timestamptz NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX sign_in_flows_expiry ON sign_in_flows (expires_at)`.execute(
    db,
  );
  // One row: who needs more than a password.
  await sql`
    CREATE TABLE sign_in_policy (
      singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
      second_factor_roles jsonb NOT NULL
    )`.execute(db);
  await sql`INSERT INTO sign_in_policy (second_factor_roles) VALUES ('[]')`.execute(
    db,
  );
}
