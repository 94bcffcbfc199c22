import type { UserId } from "@veche/contracts";
import type { Powers } from "../powers.ts";
import { presentOperator } from "../present.ts";
import { operatorsNamed } from "../store/operators.ts";
import { endingWith } from "./show-offers.ts";
import type { StaffOnLine } from "./staff-on-line.ts";
import { createThrottle, type Throttle } from "../../../platform/throttle.ts";

/** An operator's state, to themselves in all windows and to those who supervise. */
export function showOperators(
  powers: Powers,
  staff: StaffOnLine,
): Throttle<UserId> {
  const { bus, hub, database } = powers;
  const changed = createThrottle<UserId>({
    ...powers,
    everyMs: 0,
    onFailure: "forget",
    flush: async (operatorIds) => {
      for (const operator of await operatorsNamed(database.db, operatorIds)) {
        const watchers = new Set([operator.userId, ...staff.supervising()]);
        hub.notify(watchers, {
          type: "operator.changed",
          status: presentOperator(operator),
        });
      }
    },
  });
  return endingWith(
    changed,
    bus.on("operator.changed", ({ operatorId }) => changed.add(operatorId)),
  );
}
