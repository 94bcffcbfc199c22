import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE members ADD COLUMN sounds jsonb`.execute(db);

  await sql`ALTER TABLE mails ADD COLUMN unsubscribe_url text`.execute(db);

  // What was on or off has a sound of its own, or none.
  await sql`
    UPDATE notification_settings SET settings = jsonb_set(settings, '{sounds}', jsonb_build_object(
      'message', CASE WHEN settings #> '{sounds,message}' = 'true'::jsonb THEN 'chime' END,
      'call', CASE WHEN settings #> '{sounds,call}' = 'true'::jsonb THEN 'bells' END))`.execute(
    db,
  );
}
