import type { CustomerRequest, RequestId } from "@veche/contracts";
import { loadBoard } from "../load.ts";
import type { Powers } from "../powers.ts";
import { presentToCustomer } from "../present.ts";
import { isAnybodyAtWork } from "../store/operators.ts";
import { queuedRequests } from "../store/requests.ts";
import { endingWith } from "./show-offers.ts";
import type { StaffOnLine } from "./staff-on-line.ts";
import { createThrottle, type Throttle } from "../../../platform/throttle.ts";

/** The queue as a whole, shown when it moves, at most four times a second. */
export interface QueueWatch extends Throttle<"queue"> {
  /** Somebody was just told this: it need not be repeated. */
  wasTold(request: CustomerRequest): void;
}

const everyMs = 250;

export function watchQueue(powers: Powers, staff: StaffOnLine): QueueWatch {
  const { bus, hub, database } = powers;
  const told = new Map<RequestId, string>();
  const wasTold = (request: CustomerRequest): void => {
    if (request.position === null) told.delete(request.id);
    else told.set(request.id, standingOf(request));
  };

  const tellCustomers = async (): Promise<void> => {
    const [rows, isStaffed] = await Promise.all([
      queuedRequests(database.db),
      isAnybodyAtWork(database.db),
    ]);
    rows.forEach((row, index) => {
      const request = presentToCustomer(row, {
        position: index + 1,
        isStaffed,
      });
      if (
        told.get(row.id) === standingOf(request) ||
        !hub.isConnected(row.customerId)
      )
        return;
      wasTold(request);
      hub.notify([row.customerId], { type: "my_request.changed", request });
    });
  };

  const throttle = createThrottle<"queue">({
    ...powers,
    everyMs,
    onFailure: "forget",
    flush: async () => {
      await tellCustomers();
      const watchers = staff.boardWatchers();
      if (watchers.length > 0)
        hub.notify(watchers, {
          type: "board.changed",
          board: await loadBoard(powers),
        });
    },
  });
  const feeds = new DisposableStack();
  feeds.use(bus.on("request.changed", () => throttle.add("queue")));
  feeds.use(bus.on("operator.changed", () => throttle.add("queue")));
  return { ...endingWith(throttle, feeds), wasTold };
}

const standingOf = ({ position, isStaffed }: CustomerRequest): string =>
  `${String(position)} ${String(isStaffed)}`;
