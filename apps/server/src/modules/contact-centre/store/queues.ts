import { sql } from "kysely";
import type { Queue, QueueFields, QueueId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { defaultQueueId } from "../powers.ts";
import { atWork } from "./operators.ts";
import type { ContactCentreTables } from "./tables.ts";

/** Those that are not archived. */
const queues = (db: Db<ContactCentreTables>) =>
  db
    .selectFrom("queues")
    .select([
      ...(["id", "name", "hours", "priority", "strategy"] as const),
      ...(["stickyDays", "tellsSupervision"] as const),
      sql<
        Queue["overflow"]
      >`CASE WHEN overflow_queue_id IS NOT NULL THEN json_build_object(
        'queueId', overflow_queue_id, 'afterSeconds', overflow_after_s) END`.as(
        "overflow",
      ),
      sql<UserId[]>`array(SELECT m.operator_id FROM queue_members m
        WHERE m.queue_id = queues.id ORDER BY m.operator_id)`.as("operatorIds"),
      sql<boolean>`id = ${defaultQueueId}`.as("isDefault"),
    ])
    .where("archivedAt", "is", null);

export const allQueues = (
  db: Db<ContactCentreTables>,
): Promise<readonly Queue[]> => queues(db).orderBy("name").execute();

export const queueNamed = (
  db: Db<ContactCentreTables>,
  id: QueueId,
): Promise<Queue | undefined> =>
  queues(db).where("id", "=", id).executeTakeFirst();

/** As a row, without its operators. */
const columnsOf = ({
  hours,
  overflow,
  operatorIds: _,
  ...fields
}: QueueFields) => ({
  ...fields,
  hours: hours && JSON.stringify(hours),
  overflowQueueId: overflow?.queueId ?? null,
  overflowAfterS: overflow?.afterSeconds ?? null,
});

export async function insertQueue(
  tx: Tx<ContactCentreTables>,
  id: QueueId,
  fields: QueueFields,
): Promise<void> {
  await tx
    .insertInto("queues")
    .values({ id, ...columnsOf(fields) })
    .execute();
  await setMembers(tx, id, fields.operatorIds);
}

/** False when there is no such queue, or it is archived. */
export async function saveQueue(
  tx: Tx<ContactCentreTables>,
  id: QueueId,
  fields: QueueFields,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("queues")
    .set(columnsOf(fields))
    .where("id", "=", id)
    .where("archivedAt", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await setMembers(tx, id, fields.operatorIds);
  return true;
}

/** Are its customers told that a supervisor hears them? Also of one that is archived. */
export async function tellsSupervision(
  db: Db<ContactCentreTables>,
  id: QueueId,
): Promise<boolean> {
  const row = await db
    .selectFrom("queues")
    .select("tellsSupervision")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.tellsSupervision !== false;
}

/** What each queue is called, the archived ones included. */
export async function queueNames(
  db: Db<ContactCentreTables>,
): Promise<ReadonlyMap<QueueId, string>> {
  const rows = await db.selectFrom("queues").select(["id", "name"]).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function setMembers(
  tx: Tx<ContactCentreTables>,
  queueId: QueueId,
  operatorIds: readonly UserId[],
): Promise<void> {
  await tx.deleteFrom("queueMembers").where("queueId", "=", queueId).execute();
  if (operatorIds.length === 0) return;
  await tx
    .insertInto("queueMembers")
    .values(operatorIds.map((operatorId) => ({ queueId, operatorId })))
    .execute();
}

/** Its operators are still rung for whoever waits there, and for nobody's overflow. False when there is no such queue, or it is archived already. */
export async function putAway(
  tx: Tx<ContactCentreTables>,
  id: QueueId,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("queues")
    .set({ archivedAt: at })
    .where("id", "=", id)
    .where("archivedAt", "is", null)
    .executeTakeFirst();
  await tx
    .updateTable("queues")
    .set({ overflowQueueId: null, overflowAfterS: null })
    .where("overflowQueueId", "=", id)
    .execute();
  return numUpdatedRows > 0n;
}

/** In SQL: the operator `o` is rung for that queue, whose own they are, or which has none of its own. */
export const mayServe = (queue: "q" | "w"): string =>
  `(NOT EXISTS (SELECT FROM queue_members m WHERE m.queue_id = ${queue}.id)
    OR EXISTS (SELECT FROM queue_members m WHERE m.queue_id = ${queue}.id AND m.operator_id = o.user_id))`;

/** The queues for which somebody is at work, of those their overflow rings too. */
export async function staffedQueues(
  db: Db<ContactCentreTables>,
): Promise<ReadonlySet<QueueId>> {
  const rows = await db
    .selectFrom("queues as q")
    .select("q.id")
    .where(
      sql<boolean>`EXISTS (SELECT FROM operators o
        JOIN queues w ON w.id IN (q.id, q.overflow_queue_id)
        WHERE o.state = any(${[...atWork]}::text[]) AND ${sql.raw(mayServe("w"))})`,
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}
