import type { RequestId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { WrapUpRow, WrapUpTimeRow } from "./rows.ts";
import type { ContactCentreTables } from "./tables.ts";

/** The last word stands. */
export async function putWrapUp(
  tx: Tx<ContactCentreTables>,
  row: WrapUpRow,
): Promise<void> {
  const { requestId: _, ...fields } = row;
  await tx
    .insertInto("wrapUps")
    .values(row)
    .onConflict((conflict) => conflict.column("requestId").doUpdateSet(fields))
    .execute();
}

/** A session is wrapped up once. */
export async function insertWrapUpTime(
  tx: Tx<ContactCentreTables>,
  row: WrapUpTimeRow,
): Promise<void> {
  await tx
    .insertInto("wrapUpTimes")
    .values(row)
    .onConflict((conflict) => conflict.column("requestId").doNothing())
    .execute();
}

export async function wrapUpsOf(
  db: Db<ContactCentreTables>,
  requestIds: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, WrapUpRow>> {
  if (requestIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("wrapUps")
    .selectAll()
    .where("requestId", "in", requestIds)
    .execute();
  return new Map(rows.map((row) => [row.requestId, row]));
}
