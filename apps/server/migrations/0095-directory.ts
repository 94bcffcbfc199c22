import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await createPeople(db);
  await createTags(db);

  // Apart from the cards, whose rows are wide and indexed: a presence changes many times a day.
  await sql`
    CREATE TABLE statuses (
      user_id uuid PRIMARY KEY,
      state text NOT NULL DEFAULT 'online' CHECK (state IN ('online', 'away', 'do_not_disturb', 'offline')),
      text text,
      until timestamptz,
      last_seen_at timestamptz
    ) WITH (fillfactor = 70)`.execute(db);
  await sql`CREATE INDEX statuses_by_end ON statuses (until) WHERE until IS NOT NULL`.execute(
    db,
  );
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE departments (
      id uuid PRIMARY KEY,
      parent_id uuid REFERENCES departments (id),
      name text NOT NULL,
      manager_id uuid,
      created_at timestamptz NOT NULL,
      UNIQUE NULLS NOT DISTINCT (parent_id, name)
    )`.execute(db);

  // login, name and is_disabled repeat what identity says, so that one statement finds people by everything.
  await sql`
    CREATE TABLE people (
      user_id uuid PRIMARY KEY,
      login text NOT NULL,
      name text NOT NULL,
      is_disabled boolean NOT NULL,
      position text,
      company text,
      department_id uuid REFERENCES departments (id),
      manager_id uuid,
      email text,
      phone text,
      working_hours jsonb,
      time_zone text,
      photo_id uuid,
      external_id text,
      given_name text,
      family_name text,
      name_words text NOT NULL,
      words text NOT NULL,
      created_at timestamptz NOT NULL,
      changed_at timestamptz NOT NULL,
      CHECK (manager_id <> user_id)
    )`.execute(db);
  await sql`CREATE INDEX people_by_words ON people USING gin (words gin_trgm_ops)`.execute(
    db,
  );
  await sql`CREATE INDEX people_by_name ON people (name, user_id)`.execute(db);
  await sql`CREATE INDEX people_of_department ON people (department_id)`.execute(
    db,
  );
  await sql`CREATE INDEX people_by_email ON people (lower(email))`.execute(db);
  await sql`CREATE UNIQUE INDEX people_by_external_id ON people (external_id)`.execute(
    db,
  );
}

async function createTags(db: Kysely<unknown>): Promise<void> {
  // Without an owner it is everybody's.
  await sql`
    CREATE TABLE tags (
      id uuid PRIMARY KEY,
      owner_id uuid,
      name text NOT NULL,
      words text NOT NULL,
      external_id text,
      created_at timestamptz NOT NULL,
      changed_at timestamptz NOT NULL
    )`.execute(db);
  await sql`
    CREATE UNIQUE INDEX tags_by_name
      ON tags (coalesce(owner_id, '00000000-0000-0000-0000-000000000000'), lower(name))`.execute(
    db,
  );
  await sql`
    CREATE TABLE tag_people (
      tag_id uuid NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
      user_id uuid NOT NULL,
      PRIMARY KEY (tag_id, user_id)
    )`.execute(db);
  await sql`CREATE INDEX tag_people_by_user ON tag_people (user_id)`.execute(
    db,
  );
}
