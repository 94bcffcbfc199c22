import { sql } from "kysely";
import type { ConferenceReminders } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ConferencesTables } from "./tables.ts";

/** A row of the platform's table of settings. */
const key = "conferences.reminders";

/** As last chosen; until then people are reminded. */
export async function readReminders(
  db: Db<ConferencesTables>,
): Promise<ConferenceReminders> {
  const { rows } = await sql<{ value: ConferenceReminders }>`
    SELECT value FROM settings WHERE key = ${key}`.execute(db);
  return rows[0]?.value ?? { areOn: true };
}

export async function writeReminders(
  tx: Tx<ConferencesTables>,
  reminders: ConferenceReminders,
): Promise<void> {
  await sql`
    INSERT INTO settings (key, value) VALUES (${key}, ${JSON.stringify(reminders)}::jsonb)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now()`.execute(
    tx,
  );
}
