import { sql } from "kysely";
import type { RequestId, TransferAnswer, TransferId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { RequestRow, TransferRow } from "./rows.ts";
import type { ContactCentreTables } from "./tables.ts";

export async function insertTransfer(
  tx: Tx<ContactCentreTables>,
  row: TransferRow,
): Promise<void> {
  await tx.insertInto("transfers").values(row).execute();
}

export async function saveTransfer(
  tx: Tx<ContactCentreTables>,
  id: TransferId,
  fields: Partial<TransferRow>,
): Promise<void> {
  await tx.updateTable("transfers").set(fields).where("id", "=", id).execute();
}

export function transfersNamed(
  db: Db<ContactCentreTables>,
  ids: readonly TransferId[],
): Promise<readonly TransferRow[]> {
  return db
    .selectFrom("transfers")
    .selectAll()
    .where("id", "=", sql<TransferId>`any(${ids}::uuid[])`)
    .execute();
}

/** The ring meant for one operator is over: whoever hands over is told how, and further rings are the queue's. */
export async function noteAnswer(
  tx: Tx<ContactCentreTables>,
  requestId: RequestId,
  answer: TransferAnswer,
): Promise<void> {
  await tx
    .updateTable("transfers")
    .set({ answer })
    .where("requestId", "=", requestId)
    .where("closedAt", "is", null)
    .where("toOperatorId", "is not", null)
    .where("answer", "is", null)
    .execute();
}

/** Since when the present operator serves a request. */
export async function servedSince(
  tx: Tx<ContactCentreTables>,
  { id, acceptedAt }: Pick<RequestRow, "id" | "acceptedAt">,
  now: Date,
): Promise<Date> {
  const earlier = await transfersOf(tx, [id]);
  const taken = earlier.findLast(({ outcome }) => outcome === "taken_over");
  return taken?.closedAt ?? acceptedAt ?? now;
}

/** All hand-overs of these, also those that came to nothing, the oldest first. */
export function transfersOf(
  db: Db<ContactCentreTables>,
  requestIds: readonly RequestId[],
): Promise<readonly TransferRow[]> {
  return db
    .selectFrom("transfers")
    .selectAll()
    .where("requestId", "=", sql<RequestId>`any(${requestIds}::uuid[])`)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
}
