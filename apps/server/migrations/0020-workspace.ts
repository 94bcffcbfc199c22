import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE branding (
      is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
      product_name text NOT NULL,
      accent_colour text NOT NULL CHECK (accent_colour ~ '^#[0-9a-f]{6}$'),
      logo bytea,
      logo_version text,
      CHECK ((logo IS NULL) = (logo_version IS NULL))
    )`.execute(db);
  await sql`INSERT INTO branding (product_name, accent_colour) VALUES ('Veche', '#0b6e99')`.execute(
    db,
  );

  await sql`
    CREATE TABLE sites (
      id uuid PRIMARY KEY,
      key text NOT NULL UNIQUE,
      name text NOT NULL,
      origins text[] NOT NULL,
      language text NOT NULL CHECK (language IN ('ru', 'en')),
      greeting text,
      secret text NOT NULL,
      created_at timestamptz NOT NULL
    )`.execute(db);
}
