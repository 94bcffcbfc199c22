import type { CustomerId } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import { serverActor, type Database } from "../../../platform/db/database.ts";
import type { EventBus } from "../../../platform/event-bus.ts";
import { touchCustomer } from "../store/customers.ts";
import type { CustomersTables } from "../store/tables.ts";

export interface NoteLastSeenDeps {
  readonly bus: EventBus;
  readonly database: Database<CustomersTables>;
  readonly clock: Clock;
}

/** A customer was last seen when their last page closed. */
export function noteLastSeen({
  bus,
  database,
  clock,
}: NoteLastSeenDeps): Disposable {
  return bus.on("principal.disconnected", async ({ kind, principalId }) => {
    if (kind !== "customer") return;
    const lastSeenAt = clock.now();
    // The kind has just said whose identifier it is.
    await database.transact(serverActor, ({ tx }) =>
      touchCustomer(tx, principalId as CustomerId, lastSeenAt),
    );
  });
}
