import { sql } from "kysely";
import { conversationKinds, type RetentionRules } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";

/** The platform's own; one row of it is ours. */
export interface SettingsTables {
  settings: { key: string; value: unknown };
}

const forGood: RetentionRules = {
  direct: null,
  group: null,
  channel: null,
  context: null,
  support: null,
  external: null,
};

/** As last chosen; until then everything is kept for good. */
export async function readRetention(
  db: Db<SettingsTables>,
): Promise<RetentionRules> {
  const { rows } = await sql<{ value: RetentionRules }>`
    SELECT value FROM settings WHERE key = 'privacy.retention'`.execute(db);
  return { ...forGood, ...rows[0]?.value };
}

export async function writeRetention(
  tx: Tx<SettingsTables>,
  rules: RetentionRules,
): Promise<void> {
  await sql`
    INSERT INTO settings (key, value) VALUES ('privacy.retention', ${JSON.stringify(rules)}::jsonb)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now()`.execute(
    tx,
  );
}

const dayMs = 24 * 3_600_000;

/** Only the kinds that are not kept for good. */
export const keepingsOf = (rules: RetentionRules) =>
  conversationKinds.flatMap((kind) => {
    const days = rules[kind];
    return days === null ? [] : [{ kind, keptMs: days * dayMs }];
  });
