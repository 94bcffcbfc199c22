import type { CustomerRequest, RequestId } from "@veche/contracts";
import { loadForCustomers, loadForStaff } from "../load.ts";
import type { Powers } from "../powers.ts";
import { requestsNamed } from "../store/requests.ts";
import { endingWith } from "./show-offers.ts";
import { createThrottle, type Throttle } from "../../../platform/throttle.ts";
import type { QueueWatch } from "./watch-queue.ts";

/** The answers to those who acted tell them the same sooner. */
const gatherMs = 20;

/** A request, to the operator who serves it and to its customer, as soon as it changed. */
export function showRequests(
  powers: Powers,
  watch: QueueWatch,
): Throttle<RequestId> {
  const { bus, hub, database } = powers;
  const changed = createThrottle<RequestId>({
    ...powers,
    gatherMs,
    everyMs: 0,
    onFailure: "forget",
    flush: async (requestIds) => {
      const rows = await requestsNamed(database.db, requestIds);
      const toStaff = rows.filter((row) => row.operatorId !== null);
      for (const request of await loadForStaff(powers, toStaff)) {
        if (request.operatorId !== null)
          hub.notify([request.operatorId], {
            type: "request.changed",
            request,
          });
      }
      const online = rows.filter((row) => hub.isConnected(row.customerId));
      const views: readonly CustomerRequest[] = await loadForCustomers(
        powers,
        online,
      );
      views.forEach((request, index) => {
        const customerId = online[index]?.customerId;
        if (customerId === undefined) return;
        watch.wasTold(request);
        hub.notify([customerId], { type: "my_request.changed", request });
      });
    },
  });
  return endingWith(
    changed,
    bus.on("request.changed", ({ requestId }) => changed.add(requestId)),
  );
}
