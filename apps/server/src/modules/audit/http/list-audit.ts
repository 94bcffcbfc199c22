import { operationsEndpoints, type AuditEntry } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { entriesBefore } from "../store/entries.store.ts";
import type { AuditEntriesTable, AuditTables } from "../store/tables.ts";
import { verifyChain } from "../verify-chain.ts";

export function listAudit(key: string, db: Db<AuditTables>): Route {
  return route(operationsEndpoints.listAudit, async ({ query }) => {
    const [rows, verdict] = await Promise.all([
      entriesBefore(db, query.before, query.limit),
      verifyChain(key, db),
    ]);
    return { entries: rows.map(presentEntry), isChainIntact: verdict.isIntact };
  });
}

function presentEntry({
  hash: _hash,
  at,
  ...entry
}: AuditEntriesTable): AuditEntry {
  return { ...entry, at: at.toISOString() };
}
