import type { OfferId, UserId } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import { decide } from "../domain/decide.ts";
import { later } from "../domain/later.ts";
import type { Powers } from "../powers.ts";
import { insertOffers } from "../store/offers.ts";
import type { OfferRow, OperatorRow } from "../store/rows.ts";
import {
  holdRouting,
  readRoutingState,
  takePairs,
} from "../store/routing-state.ts";
import { moveOperators, type Unit } from "./move-operator.ts";

/** Rings whoever can be rung. Goes on while a decision could not be carried out whole. */
export async function routeRequests(
  powers: Powers,
  inCalls: ReadonlySet<UserId>,
): Promise<void> {
  let busy = inCalls;
  // Two looks are enough in practice; whoever held a row rings the router again after their commit.
  for (let look = 0; look < 3; look += 1) {
    if (look > 0) busy = await powers.calls.usersInCalls();
    const isDone = await powers.database.transact(serverActor, (unit) =>
      makeOffers(powers, unit, busy),
    );
    if (isDone) return;
  }
}

/** One decision, one transaction. False when a row of it was held by somebody else. */
async function makeOffers(
  powers: Powers,
  unit: Unit,
  busy: ReadonlySet<UserId>,
): Promise<boolean> {
  const { clock, ids, settings } = powers;
  await holdRouting(unit.tx);
  const now = clock.now();
  const decisions = decide(await readRoutingState(unit.tx, { now, busy }));
  if (decisions.length === 0) return true;
  const pairs = await takePairs(unit.tx, decisions);
  const offers = pairs.map(({ decision, operator }) => ({
    ...decision,
    id: ids.next<OfferId>(),
    operatorName: operator.name,
    createdAt: now,
    expiresAt: later(now, settings.ringTimeoutMs),
    closedAt: null,
    outcome: null,
    joinId: null,
  }));
  if (offers.length > 0)
    await ringAll(powers, unit, {
      offers,
      operators: pairs.map((pair) => pair.operator),
    });
  return pairs.length === decisions.length;
}

/** However many rings: two statements. */
async function ringAll(
  powers: Powers,
  unit: Unit,
  {
    offers,
    operators,
  }: {
    readonly offers: readonly OfferRow[];
    readonly operators: readonly OperatorRow[];
  },
): Promise<void> {
  await insertOffers(unit.tx, offers);
  await moveOperators(powers, unit, { operators, event: { type: "rang" } });
  for (const { id: offerId, requestId, operatorId } of offers) {
    unit.happened({ type: "offer.made", offerId, requestId, operatorId });
    unit.happened({ type: "request.changed", requestId });
  }
}
