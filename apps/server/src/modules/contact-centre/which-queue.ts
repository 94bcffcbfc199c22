import type { Queue, QueueId } from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type { Db } from "../../platform/db/database.ts";
import { defaultQueueId } from "./powers.ts";
import { queueNamed } from "./store/queues.ts";
import type { ContactCentreTables } from "./store/tables.ts";

/**
 * Where a customer comes whom the page sends to `wanted`: a page may be older than the office's list, so one that is archived or
 * unknown sends them to the default queue, and nobody is turned away for it.
 */
export async function queueFor(
  db: Db<ContactCentreTables>,
  wanted: QueueId | undefined,
): Promise<Queue> {
  const asked = wanted && (await queueNamed(db, wanted));
  const queue = asked ?? (await queueNamed(db, defaultQueueId));
  if (queue === undefined) throw new AppError("server.failed");
  return queue;
}
