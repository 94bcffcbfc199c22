import { queueEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { oneLine } from "../../../platform/one-line.ts";
import { queueIssues } from "../domain/working-hours.ts";
import type { Powers } from "../powers.ts";
import { allQueues, saveQueue } from "../store/queues.ts";

/** The queues and when they serve: everybody who serves sees them, administrators keep them. */
export const queueRoutes = ({ database }: Powers): readonly Route[] => [
  route(queueEndpoints.listQueues, async () => ({
    items: [...(await allQueues(database.db))],
  })),
  route(
    queueEndpoints.updateQueue,
    ({ actor, params: { queueId }, body: { name, hours } }) => {
      const issues = queueIssues({ hours });
      if (issues.length > 0) throw new AppError("request.invalid", { issues });
      return database.transact(actor, async ({ tx, happened }) => {
        const queue = await saveQueue(tx, queueId, {
          name: oneLine(name),
          hours,
        });
        if (queue === undefined) throw new AppError("request.not_found");
        happened({ type: "queue.changed", queueId });
        return queue;
      });
    },
  ),
];
