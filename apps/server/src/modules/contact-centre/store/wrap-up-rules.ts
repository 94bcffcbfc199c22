import { sql } from "kysely";
import type { WrapUpRules } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ContactCentreSettings } from "../domain/settings.ts";
import { firstOutcomes } from "../domain/wrap-up.ts";
import type { ContactCentreTables } from "./tables.ts";

/** A row of the platform's table of settings. */
const key = "contact_centre.wrap_up";

/** As last chosen; until then what an installation begins with. */
export async function readWrapUpRules(
  db: Db<ContactCentreTables>,
  { wrapUpMs }: Pick<ContactCentreSettings, "wrapUpMs">,
): Promise<WrapUpRules> {
  const { rows } = await sql<{ value: WrapUpRules }>`
    SELECT value FROM settings WHERE key = ${key}`.execute(db);
  return (
    rows[0]?.value ?? {
      seconds: Math.round(wrapUpMs / 1000),
      outcomes: [...firstOutcomes],
    }
  );
}

export async function writeWrapUpRules(
  tx: Tx<ContactCentreTables>,
  rules: WrapUpRules,
): Promise<void> {
  await sql`
    INSERT INTO settings (key, value) VALUES (${key}, ${JSON.stringify(rules)}::jsonb)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now()`.execute(
    tx,
  );
}
