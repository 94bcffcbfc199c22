import type { RequestId } from "@veche/contracts";
import { createThrottle, type Throttle } from "../../../platform/throttle.ts";
import { loadAskedHelp } from "../load.ts";
import type { Powers } from "../powers.ts";
import { endingWith } from "./show-offers.ts";
import type { StaffOnLine } from "./staff-on-line.ts";

/** Who asks for help, to those who supervise: all of it whenever something of it changed. */
export function showHelp(
  powers: Powers,
  staff: StaffOnLine,
): Throttle<RequestId> {
  const { bus, hub } = powers;
  const changed = createThrottle<RequestId>({
    ...powers,
    everyMs: 0,
    onFailure: "retry",
    flush: async () =>
      hub.notify(staff.supervising(), {
        type: "help.changed",
        asked: await loadAskedHelp(powers),
      }),
  });
  return endingWith(
    changed,
    bus.on("help.changed", ({ requestId }) => changed.add(requestId)),
  );
}
