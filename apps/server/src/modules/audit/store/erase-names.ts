import { sql } from "kysely";
import type { UserId } from "@veche/contracts";
import type { Tx } from "../../../platform/db/database.ts";
import type { AuditTables } from "./tables.ts";

/** Takes a person's name out of the trail: it stands outside the chain, which proves itself as before. */
export async function eraseNames(
  tx: Tx<AuditTables>,
  userIds: readonly UserId[],
): Promise<void> {
  if (userIds.length === 0) return;
  await sql`
    UPDATE audit_entries SET actor_name = NULL WHERE actor_id = ANY(${userIds}::uuid[])`.execute(
    tx,
  );
}
