import { queueEndpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { Powers } from "../powers.ts";
import { allQueues } from "../store/queues.ts";
import {
  archiveQueue,
  changeQueue,
  openQueue,
} from "../use-cases/keep-queues.ts";

/** The queues, when they serve and who: everybody who serves sees them, administrators keep them. */
export const queueRoutes = (powers: Powers): readonly Route[] => [
  route(queueEndpoints.listQueues, async () => ({
    items: [...(await allQueues(powers.database.db))],
  })),
  route(queueEndpoints.createQueue, ({ actor, body }) =>
    openQueue(powers, actor, body),
  ),
  route(
    queueEndpoints.updateQueue,
    ({ actor, params: { queueId }, body: fields }) =>
      changeQueue(powers, actor, { queueId, fields }),
  ),
  route(queueEndpoints.archiveQueue, async ({ actor, params: { queueId } }) => {
    await archiveQueue(powers, actor, queueId);
    return null;
  }),
];
