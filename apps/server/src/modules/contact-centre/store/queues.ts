import type { QueueId } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import type { ContactCentreTables } from "./tables.ts";

interface Queue {
  readonly id: QueueId;
  readonly name: string;
}

export function allQueues(
  db: Db<ContactCentreTables>,
): Promise<readonly Queue[]> {
  return db
    .selectFrom("queues")
    .select(["id", "name"])
    .orderBy("name")
    .execute();
}

export function queueNamed(
  db: Db<ContactCentreTables>,
  id: QueueId,
): Promise<Queue | undefined> {
  return db
    .selectFrom("queues")
    .select(["id", "name"])
    .where("id", "=", id)
    .executeTakeFirst();
}
