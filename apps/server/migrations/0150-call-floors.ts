import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // A call without a row has the order it begins with.
  await sql`
    CREATE TABLE call_floors (
      call_id uuid PRIMARY KEY REFERENCES calls (id),
      is_locked boolean NOT NULL,
      has_lobby boolean NOT NULL,
      drawing text NOT NULL CHECK (drawing IN ('everyone', 'moderators')),
      spotlight_id uuid,
      -- In the order in which they were raised.
      hands jsonb NOT NULL,
      silences jsonb NOT NULL,
      revision integer NOT NULL
    )`.execute(db);
  // Of the conversation, not of a call: one waits also before anybody has begun it.
  await sql`
    CREATE TABLE lobby_places (
      conversation_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      name text NOT NULL,
      is_guest boolean NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'admitted', 'refused')),
      since timestamptz NOT NULL,
      connection_id text,
      PRIMARY KEY (conversation_id, principal_id)
    )`.execute(db);
  await sql`CREATE INDEX lobby_places_of_line ON lobby_places (connection_id) WHERE connection_id IS NOT NULL`.execute(
    db,
  );
}
