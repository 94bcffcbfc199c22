import type { CustomerId, PrincipalId, UserId } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import type { Powers } from "../powers.ts";
import {
  findOperator,
  lockOperator,
  markOperatorsAway,
  saveOperator,
} from "../store/operators.ts";
import {
  markCustomer,
  markCustomersAway,
  openRequestOf,
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

/** After a start nobody is on a line yet: every grace begins anew. Whoever comes back ends theirs. */
export async function noteEverybodyAway({
  database,
  clock,
}: Powers): Promise<void> {
  const now = clock.now();
  await database.transact(serverActor, async ({ tx }) => {
    await markOperatorsAway(tx, now);
    await markCustomersAway(tx, now);
  });
}
