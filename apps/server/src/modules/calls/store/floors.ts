import type { CallId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { FloorRecord } from "../domain/floor.ts";
import type { CallsTables } from "./tables.ts";

type KeptFloor = Omit<FloorRecord, "conversationId">;

export function findFloor(
  db: Db<CallsTables>,
  callId: CallId,
): Promise<KeptFloor | undefined> {
  return db
    .selectFrom("callFloors")
    .selectAll()
    .where("callId", "=", callId)
    .executeTakeFirst();
}

/** The caller holds the call's row: changes of its order come one after another. */
export async function saveFloor(
  tx: Tx<CallsTables>,
  { callId, conversationId: _, hands, silences, ...floor }: FloorRecord,
): Promise<void> {
  const kept = {
    ...floor,
    hands: JSON.stringify(hands),
    silences: JSON.stringify(silences),
  };
  await tx
    .insertInto("callFloors")
    .values({ callId, ...kept })
    .onConflict((conflict) => conflict.column("callId").doUpdateSet(kept))
    .execute();
}

export async function deleteFloor(
  tx: Tx<CallsTables>,
  callId: CallId,
): Promise<void> {
  await tx.deleteFrom("callFloors").where("callId", "=", callId).execute();
}

/** Calls that are over, by themselves or while the server was down, and whose order is still kept. */
export async function endedFloors(
  db: Db<CallsTables>,
): Promise<readonly CallId[]> {
  const rows = await db
    .selectFrom("callFloors")
    .innerJoin("calls", "calls.id", "callFloors.callId")
    .select("calls.id")
    .where("calls.state", "=", "ended")
    .execute();
  return rows.map(({ id }) => id);
}
