import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // An application is a member of the conversations about its objects.
  await sql`ALTER TABLE members DROP CONSTRAINT members_kind_check`.execute(db);
  await sql`
    ALTER TABLE members ADD CONSTRAINT members_kind_check
      CHECK (kind IN ('user', 'customer', 'application'))`.execute(db);

  await createObjects(db);
  await createEvents(db);
}

async function createObjects(db: Kysely<unknown>): Promise<void> {
  // Secrets are kept sealed: the server checks signatures with them and so must read them.
  await sql`
    CREATE TABLE applications (
      id uuid PRIMARY KEY,
      key text NOT NULL UNIQUE,
      name text NOT NULL,
      origins text[] NOT NULL,
      match_users_by text NOT NULL CHECK (match_users_by IN ('email', 'login', 'id')),
      secret text NOT NULL,
      old_secret text,
      old_secret_until timestamptz,
      disabled_at timestamptz,
      created_at timestamptz NOT NULL,
      webhook_url text,
      last_event_number integer NOT NULL DEFAULT 0,
      delivered_to integer NOT NULL DEFAULT 0,
      delivery_failures integer NOT NULL DEFAULT 0,
      next_delivery_at timestamptz,
      CHECK ((old_secret IS NULL) = (old_secret_until IS NULL)),
      CHECK (delivered_to <= last_event_number)
    )`.execute(db);

  await sql`
    CREATE TABLE object_types (
      application_id uuid NOT NULL REFERENCES applications (id),
      type text NOT NULL,
      title jsonb NOT NULL,
      fields jsonb NOT NULL,
      sections jsonb NOT NULL,
      is_on boolean NOT NULL,
      PRIMARY KEY (application_id, type)
    )`.execute(db);

  await sql`
    CREATE TABLE objects (
      application_id uuid NOT NULL,
      type text NOT NULL,
      id text NOT NULL,
      title text NOT NULL,
      url text,
      fields jsonb NOT NULL,
      changed_at timestamptz NOT NULL,
      PRIMARY KEY (application_id, type, id),
      FOREIGN KEY (application_id, type) REFERENCES object_types (application_id, type)
    )`.execute(db);
}

async function createEvents(db: Kysely<unknown>): Promise<void> {
  // It outlives its object's card: what was said stays, and so does whose it is.
  await sql`
    CREATE TABLE context_conversations (
      conversation_id uuid PRIMARY KEY,
      application_id uuid NOT NULL REFERENCES applications (id),
      type text NOT NULL,
      object_id text NOT NULL,
      told_to integer NOT NULL DEFAULT 0,
      UNIQUE (application_id, type, object_id)
    )`.execute(db);

  // Places in the logs, not copies of what was said: a deleted text is gone from here as well.
  await sql`
    CREATE TABLE application_events (
      application_id uuid NOT NULL,
      number integer NOT NULL CHECK (number >= 1),
      conversation_id uuid NOT NULL,
      seq integer NOT NULL,
      PRIMARY KEY (application_id, number),
      UNIQUE (conversation_id, seq)
    )`.execute(db);
}
