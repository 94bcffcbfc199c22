import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table users (
      id uuid primary key,
      login text not null unique,
      name text not null,
      password_hash text not null,
      roles jsonb not null,
      language text not null check (language in ('ru', 'en')),
      disabled_at timestamptz,
      created_at timestamptz not null default now()
    )`.execute(db);

  // The token itself is never stored: a copy of the table opens nobody's session.
  await sql`
    create table sessions (
      id uuid primary key,
      user_id uuid not null references users (id),
      token_hash bytea not null unique,
      created_at timestamptz not null default now(),
      last_used_at timestamptz not null default now(),
      expires_at timestamptz not null,
      address text not null,
      device text not null
    )`.execute(db);
  await sql`create index sessions_of_user on sessions (user_id)`.execute(db);
  await sql`create index sessions_by_use on sessions (last_used_at)`.execute(
    db,
  );

  // By login and not by user: an unknown login is counted and locked like a known one, so nobody learns which exist.
  await sql`
    create table sign_in_attempts (
      login text primary key,
      failed_count integer not null,
      last_failed_at timestamptz not null,
      locked_until timestamptz
    )`.execute(db);
}
