import { contactCentreEndpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { Powers } from "../powers.ts";
import { operatorsAtWork } from "../store/operators.ts";
import { allQueues } from "../store/queues.ts";

export const listTransferTargets = ({ database: { db } }: Powers): Route =>
  route(contactCentreEndpoints.listTransferTargets, async ({ principal }) => {
    const [operators, queues] = await Promise.all([
      operatorsAtWork(db),
      allQueues(db),
    ]);
    return {
      operators: operators
        .filter(({ userId }) => userId !== principal.id)
        .map(({ userId: operatorId, name, state }) => ({
          operatorId,
          name,
          state,
        })),
      queues: queues.map(({ id: queueId, name }) => ({ queueId, name })),
    };
  });
