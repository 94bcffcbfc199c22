import type { CustomerId, PrincipalId } from "@veche/contracts";
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
  return bus.on("principal.disconnected", async ({ principalId }) => {
    const lastSeenAt = clock.now();
    await database.transact(serverActor, ({ tx }) =>
      touchCustomer(tx, asCustomer(principalId), lastSeenAt),
    );
  });
}

/** No user's id is a customer's, so for a user nothing is found to change. */
const asCustomer = (principalId: PrincipalId) => principalId as CustomerId;
