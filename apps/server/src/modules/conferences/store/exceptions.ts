import { sql } from "kysely";
import type { ConferenceId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { Exception } from "../domain/occurrences.ts";
import type { ConferencesTables } from "./tables.ts";

/** Of each of these conferences, what was moved and called off one by one. */
export async function exceptionsOf(
  db: Db<ConferencesTables>,
  conferenceIds: readonly ConferenceId[],
): Promise<ReadonlyMap<ConferenceId, readonly Exception[]>> {
  if (conferenceIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("conferenceExceptions")
    .selectAll()
    .where(
      "conferenceId",
      "=",
      sql<ConferenceId>`any(${conferenceIds}::uuid[])`,
    )
    .execute();
  const all = new Map<ConferenceId, Exception[]>();
  for (const row of rows) {
    const { conferenceId, originalAt, startsAtLocal, durationMinutes } = row;
    const movedTo =
      startsAtLocal === null || durationMinutes === null
        ? null
        : { startsAtLocal, durationMinutes };
    const own = all.get(conferenceId) ?? [];
    own.push({ originalAt, movedTo });
    all.set(conferenceId, own);
  }
  return all;
}

export async function writeException(
  tx: Tx<ConferencesTables>,
  conferenceId: ConferenceId,
  { originalAt, movedTo }: Exception,
): Promise<void> {
  const values = {
    startsAtLocal: movedTo?.startsAtLocal ?? null,
    durationMinutes: movedTo?.durationMinutes ?? null,
  };
  await tx
    .insertInto("conferenceExceptions")
    .values({ conferenceId, originalAt, ...values })
    .onConflict((conflict) =>
      conflict.columns(["conferenceId", "originalAt"]).doUpdateSet(values),
    )
    .execute();
}

export async function dropExceptions(
  tx: Tx<ConferencesTables>,
  conferenceId: ConferenceId,
): Promise<void> {
  await tx
    .deleteFrom("conferenceExceptions")
    .where("conferenceId", "=", conferenceId)
    .execute();
}
