import { sql } from "kysely";
import {
  conversationKinds,
  type ErasurePolicy,
  type RetentionRules,
} from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";

/** The platform's own; two rows of it are ours. */
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
  return {
    ...forGood,
    ...(await readSetting<RetentionRules>(db, "privacy.retention")),
  };
}

export async function writeRetention(
  tx: Tx<SettingsTables>,
  rules: RetentionRules,
): Promise<void> {
  await writeSetting(tx, "privacy.retention", rules);
}

const nobodyAlone: ErasurePolicy = { mayEraseSelf: false };

/** As last chosen; until then an administrator alone deletes accounts. */
export async function readErasurePolicy(
  db: Db<SettingsTables>,
): Promise<ErasurePolicy> {
  const chosen = await readSetting<ErasurePolicy>(db, "privacy.erasure");
  return { ...nobodyAlone, ...chosen };
}

export const writeErasurePolicy = (
  tx: Tx<SettingsTables>,
  policy: ErasurePolicy,
): Promise<void> => writeSetting(tx, "privacy.erasure", policy);

async function readSetting<Value>(
  db: Db<SettingsTables>,
  key: string,
): Promise<Value | undefined> {
  const { rows } = await sql<{ value: Value }>`
    SELECT value FROM settings WHERE key = ${key}`.execute(db);
  return rows[0]?.value;
}

async function writeSetting(
  tx: Tx<SettingsTables>,
  key: string,
  value: unknown,
): Promise<void> {
  await sql`
    INSERT INTO settings (key, value) VALUES (${key}, ${JSON.stringify(value)}::jsonb)
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
