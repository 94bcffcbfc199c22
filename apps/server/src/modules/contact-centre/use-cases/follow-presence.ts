import type { CustomerId, PrincipalId, UserId } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import type { Powers } from "../powers.ts";
import {
  findOperator,
  lockOperator,
  operatorIdsBy,
  saveOperator,
} from "../store/operators.ts";
import {
  markCustomer,
  openRequestOf,
  queuedRequests,
} from "../store/requests.ts";
import { withdrawOfferOf } from "./sweep.ts";

/**
 * Notes whether somebody is on a line now, as the hub says at this moment: however many sockets opened and closed
 * since, the last look is right.
 */
export async function notePresence(
  powers: Powers,
  principalId: PrincipalId,
): Promise<void> {
  const { database, hub, clock } = powers;
  const goneAt = hub.isConnected(principalId) ? null : clock.now();
  // Only one of the two tables knows this id.
  const operatorId = principalId as UserId;
  if ((await findOperator(database.db, operatorId)) !== undefined) {
    await noteOperator(powers, operatorId, goneAt);
    if (goneAt !== null) await withdrawOfferOf(powers, operatorId);
    return;
  }
  // The same.
  const customerId = principalId as CustomerId;
  const request = await openRequestOf(database.db, customerId);
  if (request === undefined || request.state === "active") return;
  await database.transact(serverActor, async (unit) => {
    await markCustomer(unit.tx, customerId, goneAt);
  });
}

async function noteOperator(
  { database }: Powers,
  operatorId: UserId,
  goneAt: Date | null,
): Promise<void> {
  await database.transact(serverActor, async (unit) => {
    const operator = await lockOperator(unit.tx, operatorId);
    if (
      operator === undefined ||
      (operator.disconnectedAt === null) === (goneAt === null)
    )
      return;
    await saveOperator(unit.tx, operatorId, { disconnectedAt: goneAt });
    unit.happened({ type: "operator.changed", operatorId });
  });
}

/** After a start nobody is on a line yet: every grace begins now. Whoever comes back ends theirs. */
export async function noteEverybodyAway(powers: Powers): Promise<void> {
  const { db } = powers.database;
  for (const operatorId of await operatorIdsBy(db, "connected")) {
    if (!powers.hub.isConnected(operatorId))
      await noteOperator(powers, operatorId, powers.clock.now());
  }
  for (const { customerId } of await queuedRequests(db))
    await notePresence(powers, customerId);
}
