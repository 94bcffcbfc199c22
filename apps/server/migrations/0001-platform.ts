import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);

  await sql`
    create table outbox (
      id bigint generated always as identity primary key,
      xid xid8 not null default pg_current_xact_id(),
      at timestamptz not null default clock_timestamp(),
      type text not null,
      payload jsonb not null,
      actor jsonb not null
    )`.execute(db);
  // Readers go by transaction, not by id: an id is taken before its transaction commits.
  await sql`create unique index outbox_position on outbox (xid, id)`.execute(
    db,
  );

  await sql`
    create table outbox_cursors (
      name text primary key,
      xid xid8 not null,
      id bigint not null
    )`.execute(db);

  await sql`
    create table settings (
      key text primary key,
      value jsonb not null,
      changed_at timestamptz not null default now()
    )`.execute(db);
}
