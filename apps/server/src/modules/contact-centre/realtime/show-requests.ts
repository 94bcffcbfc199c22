import type { CustomerRequest, RequestId, UserId } from "@veche/contracts";
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
  /** Who has handed a session over, or left it: they are told once more. */
  const relieved = new Map<RequestId, UserId>();
  const changed = createThrottle<RequestId>({
    ...powers,
    gatherMs,
    everyMs: 0,
    onFailure: "forget",
    flush: async (requestIds) => {
      const rows = await requestsNamed(database.db, requestIds);
      const toStaff = rows.filter(
        (row) => row.operatorId !== null || relieved.has(row.id),
      );
      for (const request of await loadForStaff(powers, toStaff)) {
        const { id, operatorId } = request;
        const watchers = [operatorId, relieved.get(id)].flatMap(
          (one) => one ?? [],
        );
        relieved.delete(id);
        hub.notify(new Set(watchers), { type: "request.changed", request });
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
  return endingWith(changed, feed(bus, { changed, relieved }));
}

/** Every change, and with it who served until then. */
function feed(
  bus: Powers["bus"],
  {
    changed,
    relieved,
  }: {
    readonly changed: Throttle<RequestId>;
    readonly relieved: Map<RequestId, UserId>;
  },
): DisposableStack {
  const feeds = new DisposableStack();
  const relieve = (requestId: RequestId, operatorId: UserId): void => {
    relieved.set(requestId, operatorId);
    changed.add(requestId);
  };
  feeds.use(
    bus.on("request.transferred", ({ requestId, fromOperatorId }) =>
      relieve(requestId, fromOperatorId),
    ),
  );
  feeds.use(
    bus.on("request.left", ({ requestId, operatorId }) =>
      relieve(requestId, operatorId),
    ),
  );
  feeds.use(
    bus.on("request.changed", ({ requestId }) => changed.add(requestId)),
  );
  return feeds;
}
