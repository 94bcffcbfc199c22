import type { CustomerId, PrincipalId, UserId } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import type { Powers } from "../powers.ts";
import {
  lockOperator,
  markOperatorsAway,
  operatorsNamed,
  saveOperator,
} from "../store/operators.ts";
import {
  markCustomer,
  markCustomersAway,
  queuedOf,
} from "../store/requests.ts";
import type { OperatorRow, RequestRow } from "../store/rows.ts";
import { withdrawOfferOf } from "./sweep.ts";

/**
 * Notes whether these are on a line now, as the hub says at this moment: however many sockets opened and closed since,
 * the last look is right. True when that is news for anybody.
 */
export async function notePresence(
  powers: Powers,
  principalIds: readonly PrincipalId[],
): Promise<boolean> {
  const { database } = powers;
  // Only one of the two tables knows an id: a thousand who come back at once are two questions.
  const [operators, waiting] = await Promise.all([
    operatorsNamed(database.db, principalIds as readonly UserId[]),
    queuedOf(database.db, principalIds as readonly CustomerId[]),
  ]);
  let isNews = false;
  for (const operator of operators)
    if (await noteOperator(powers, operator)) isNews = true;
  for (const request of waiting)
    if (await noteCustomer(powers, request)) isNews = true;
  return isNews;
}

async function noteCustomer(
  { database, hub, clock }: Powers,
  { customerId, customerGoneAt }: RequestRow,
): Promise<boolean> {
  const goneAt = hub.isConnected(customerId) ? null : clock.now();
  if (isSame(customerGoneAt, goneAt)) return false;
  await database.transact(serverActor, async (unit) => {
    await markCustomer(unit.tx, customerId, goneAt);
  });
  return true;
}

/** Gone is gone, since whenever. */
const isSame = (known: Date | null, present: Date | null): boolean =>
  (known === null) === (present === null);

async function noteOperator(
  powers: Powers,
  { userId, disconnectedAt }: OperatorRow,
): Promise<boolean> {
  const { database, hub, clock } = powers;
  const goneAt = hub.isConnected(userId) ? null : clock.now();
  const isNews = !isSame(disconnectedAt, goneAt);
  if (isNews)
    await database.transact(serverActor, async (unit) => {
      const operator = await lockOperator(unit.tx, userId);
      if (operator === undefined || isSame(operator.disconnectedAt, goneAt))
        return;
      await saveOperator(unit.tx, userId, { disconnectedAt: goneAt });
      unit.happened({ type: "operator.changed", operatorId: userId });
    });
  if (goneAt !== null) await withdrawOfferOf(powers, userId);
  return isNews;
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
