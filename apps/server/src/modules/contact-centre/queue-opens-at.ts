import type { QueueId } from "@veche/contracts";
import { opensAt } from "./domain/working-hours.ts";
import type { Powers } from "./powers.ts";
import { queueNamed } from "./store/queues.ts";

/** When a queue serves next; null while it serves. */
export async function queueOpensAt(
  { database, clock }: Pick<Powers, "database" | "clock">,
  id: QueueId,
): Promise<Date | null> {
  const queue = await queueNamed(database.db, id);
  return opensAt(queue?.hours ?? null, clock.now());
}
