import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await createListeners(db);
  await createPushes(db);
  await createLetters(db);
}

async function createListeners(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE notification_settings (
      user_id uuid PRIMARY KEY,
      settings jsonb NOT NULL
    )`.execute(db);

  // One address is one browser: whoever signs in there takes it over.
  await sql`
    CREATE TABLE push_devices (
      user_id uuid NOT NULL,
      device_id uuid NOT NULL,
      session_id uuid NOT NULL,
      endpoint text NOT NULL UNIQUE,
      p256dh text NOT NULL,
      auth text NOT NULL,
      device text NOT NULL,
      hides_words boolean NOT NULL DEFAULT false,
      subscribed_at timestamptz NOT NULL,
      PRIMARY KEY (user_id, device_id)
    )`.execute(db);
  await sql`CREATE INDEX push_devices_of_session ON push_devices (session_id)`.execute(
    db,
  );

  await sql`
    CREATE TABLE told_marks (
      conversation_id uuid PRIMARY KEY,
      told_to integer NOT NULL
    ) WITH (fillfactor = 70)`.execute(db);
}

async function createPushes(db: Kysely<unknown>): Promise<void> {
  // One row a device and subject: what comes before it was sent makes it newer, not another.
  await sql`
    CREATE TABLE pushes (
      user_id uuid NOT NULL,
      device_id uuid NOT NULL,
      tag text NOT NULL,
      conversation_id uuid NOT NULL,
      seq integer NOT NULL,
      cause text NOT NULL,
      count integer NOT NULL,
      is_audible boolean NOT NULL,
      tries integer NOT NULL DEFAULT 0,
      due_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      PRIMARY KEY (user_id, device_id, tag),
      FOREIGN KEY (user_id, device_id) REFERENCES push_devices ON DELETE CASCADE
    )`.execute(db);
  await sql`CREATE INDEX pushes_due ON pushes (due_at)`.execute(db);
}

async function createLetters(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE digest_items (
      user_id uuid NOT NULL,
      conversation_id uuid NOT NULL,
      seq integer NOT NULL,
      due_at timestamptz NOT NULL,
      PRIMARY KEY (user_id, conversation_id, seq)
    )`.execute(db);
  await sql`CREATE INDEX digest_items_due ON digest_items (due_at)`.execute(db);

  await sql`
    CREATE TABLE mails (
      id uuid PRIMARY KEY,
      recipient text NOT NULL,
      subject text NOT NULL,
      text text NOT NULL,
      html text NOT NULL,
      tries integer NOT NULL DEFAULT 0,
      due_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX mails_due ON mails (due_at)`.execute(db);
}
