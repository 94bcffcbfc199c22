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
      ...(["id", "name", "hours", "priority"] as const),
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

export async function insertQueue(
  tx: Tx<ContactCentreTables>,
  id: QueueId,
  { name, hours, priority, operatorIds }: QueueFields,
): Promise<void> {
  await tx
    .insertInto("queues")
    .values({ id, name, hours: hours && JSON.stringify(hours), priority })
    .execute();
  await setMembers(tx, id, operatorIds);
}

/** False when there is no such queue, or it is archived. */
export async function saveQueue(
  tx: Tx<ContactCentreTables>,
  id: QueueId,
  { name, hours, priority, operatorIds }: QueueFields,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("queues")
    .set({ name, hours: hours && JSON.stringify(hours), priority })
    .where("id", "=", id)
    .where("archivedAt", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await setMembers(tx, id, operatorIds);
  return true;
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

/** Its operators are still rung for whoever waits there. False when there is no such queue, or it is archived already. */
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
  return numUpdatedRows > 0n;
}

/** In SQL: the operator `o` is rung for the queue `q`, whose own they are, or which has none of its own. */
export const mayServe = `(NOT EXISTS (SELECT FROM queue_members m WHERE m.queue_id = q.id)
    OR EXISTS (SELECT FROM queue_members m WHERE m.queue_id = q.id AND m.operator_id = o.user_id))`;

/** The queues for which somebody is at work. */
export async function staffedQueues(
  db: Db<ContactCentreTables>,
): Promise<ReadonlySet<QueueId>> {
  const rows = await db
    .selectFrom("queues as q")
    .select("q.id")
    .where(
      sql<boolean>`EXISTS (SELECT FROM operators o
        WHERE o.state = any(${[...atWork]}::text[]) AND ${sql.raw(mayServe)})`,
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}
