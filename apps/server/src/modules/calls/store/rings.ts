import { isDeepStrictEqual } from "node:util";
import type { CallId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { Ring } from "../domain/rings.ts";
import type { CallsTables } from "./tables.ts";

/** Whom these calls rang for, by call. */
export async function ringsOf(
  db: Db<CallsTables>,
  callIds: readonly CallId[],
): Promise<ReadonlyMap<CallId, readonly Ring[]>> {
  const rows = await db
    .selectFrom("callRings")
    .selectAll()
    .where("callId", "in", callIds)
    .orderBy("rungAt")
    .orderBy("principalId")
    .execute();
  const rings = new Map<CallId, Ring[]>();
  for (const { callId, ...ring } of rows) {
    const known = rings.get(callId);
    if (known === undefined) rings.set(callId, [ring]);
    else known.push(ring);
  }
  return rings;
}

/** Writes those that differ; the caller holds the call's row. */
export async function saveRings(
  tx: Tx<CallsTables>,
  callId: CallId,
  { before, after }: { before: readonly Ring[]; after: readonly Ring[] },
): Promise<void> {
  const changed = after.filter(
    (ring) =>
      !before.some((one) => one === ring || isDeepStrictEqual(one, ring)),
  );
  if (changed.length === 0) return;
  await tx
    .insertInto("callRings")
    .values(changed.map((ring) => ({ callId, ...ring })))
    .onConflict((conflict) =>
      conflict.columns(["callId", "principalId"]).doUpdateSet((row) => ({
        state: row.ref("excluded.state"),
        rungAt: row.ref("excluded.rungAt"),
        ringsUntil: row.ref("excluded.ringsUntil"),
      })),
    )
    .execute();
}
