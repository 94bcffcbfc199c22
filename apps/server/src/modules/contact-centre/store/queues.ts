import type { Queue, QueueFields, QueueId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ContactCentreTables } from "./tables.ts";

const queues = (db: Db<ContactCentreTables>) =>
  db.selectFrom("queues").select(["id", "name", "hours"]);

export const allQueues = (
  db: Db<ContactCentreTables>,
): Promise<readonly Queue[]> => queues(db).orderBy("name").execute();

export const queueNamed = (
  db: Db<ContactCentreTables>,
  id: QueueId,
): Promise<Queue | undefined> =>
  queues(db).where("id", "=", id).executeTakeFirst();

/** Undefined when there is no such queue. */
export const saveQueue = (
  tx: Tx<ContactCentreTables>,
  id: QueueId,
  { name, hours }: QueueFields,
): Promise<Queue | undefined> =>
  tx
    .updateTable("queues")
    .set({ name, hours: hours && JSON.stringify(hours) })
    .where("id", "=", id)
    .returning(["id", "name", "hours"])
    .executeTakeFirst();
