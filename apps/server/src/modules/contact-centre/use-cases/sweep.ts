import type {
  OfferId,
  RequestEndReason,
  RequestId,
  UserId,
} from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import { later } from "../domain/later.ts";
import { endReasonOfCall, type RequestEvent } from "../domain/request-state.ts";
import type { CallOutcome } from "../../calls/index.ts";
import type { Powers } from "../powers.ts";
import { readOverdue, sessionsWithCalls } from "../store/deadlines.ts";
import { findOffer, lockOffer, openOfferOfOperator } from "../store/offers.ts";
import { findOperator, lockOperator } from "../store/operators.ts";
import { lockRequest } from "../store/requests.ts";
import { closeOffer, returnToQueue } from "./close-offer.ts";
import { endRequest } from "./end-request.ts";
import { leaveBehind } from "./leave-behind.ts";
import { moveOperator, type Unit } from "./move-operator.ts";
import { endWrapUp } from "./wrap-up.ts";

/** Carries out what time alone has decided. Each in its own transaction, checked again under its locks. */
export async function sweep(powers: Powers): Promise<void> {
  const { database, clock, settings } = powers;
  const overdue = await readOverdue(database.db, clock.now(), settings);
  for (const offerId of overdue.offerIds) await timeOut(powers, offerId);
  for (const operatorId of overdue.lostOperatorIds)
    await loseOperator(powers, operatorId);
  for (const operatorId of overdue.wrappedUpIds)
    await endWrapUp(powers, operatorId);
  for (const requestId of overdue.goneRequestIds) {
    await endByTime(powers, {
      requestId,
      event: "customer_gone",
      reason: "customer_lost",
      isDue: customerIsGone,
    });
  }
  for (const requestId of overdue.leftBehindIds)
    await releaseIfGone(powers, requestId);
  for (const requestId of overdue.lostSessionIds) {
    await endByTime(powers, {
      requestId,
      event: "finished",
      reason: "operator_lost",
      isDue: operatorIsGone,
    });
  }
}

async function timeOut(powers: Powers, offerId: OfferId): Promise<void> {
  const { database, clock } = powers;
  const known = await findOffer(database.db, offerId);
  if (known === undefined) return;
  await database.transact(serverActor, async (unit) => {
    await lockRequest(unit.tx, known.requestId);
    const offer = await lockOffer(unit.tx, offerId);
    if (offer?.outcome !== null || offer.expiresAt > clock.now()) return;
    await closeOffer(powers, unit, { offer, outcome: "timed_out" });
    await returnToQueue(unit, offer.requestId);
  });
}

/** Stops the ring at an operator whose line is gone; the request rings another at once. */
export async function withdrawOfferOf(
  powers: Powers,
  operatorId: UserId,
): Promise<void> {
  const { database } = powers;
  const known = await openOfferOfOperator(database.db, operatorId);
  if (known === undefined) return;
  await database.transact(serverActor, async (unit) => {
    await lockRequest(unit.tx, known.requestId);
    const offer = await lockOffer(unit.tx, known.id);
    if (offer?.outcome !== null) return;
    const operator = await findOperator(unit.tx, operatorId);
    // Back before the withdrawal: let it ring.
    if (operator?.disconnectedAt === null) return;
    await closeOffer(powers, unit, { offer, outcome: "withdrawn" });
    await returnToQueue(unit, offer.requestId);
  });
}

async function loseOperator(powers: Powers, operatorId: UserId): Promise<void> {
  await withdrawOfferOf(powers, operatorId);
  await powers.database.transact(serverActor, async (unit) => {
    const operator = await lockOperator(unit.tx, operatorId);
    if (operator === undefined) return;
    const { disconnectedAt } = operator;
    if (disconnectedAt === null) return;
    if (
      later(disconnectedAt, powers.settings.operatorGraceMs) >
      powers.clock.now()
    )
      return;
    if (operator.state !== "offline")
      await moveOperator(powers, unit, { operator, event: { type: "lost" } });
  });
}

interface TimedEnd {
  readonly requestId: RequestId;
  readonly event: RequestEvent;
  readonly reason: RequestEndReason;
  readonly isDue: (
    powers: Powers,
    unit: Unit,
    request: LockedRequest,
  ) => Promise<boolean> | boolean;
}

type LockedRequest = NonNullable<Awaited<ReturnType<typeof lockRequest>>>;

async function endByTime(
  powers: Powers,
  { requestId, event, reason, isDue }: TimedEnd,
): Promise<void> {
  await powers.database.transact(serverActor, async (unit) => {
    const request = await lockRequest(unit.tx, requestId);
    if (request === undefined || !(await isDue(powers, unit, request))) return;
    if (event === "finished" && request.state !== "active") return;
    await endRequest(powers, unit, { request, event, reason, actorId: null });
  });
}

function customerIsGone(
  { clock, settings }: Powers,
  _: Unit,
  request: LockedRequest,
): boolean {
  const { customerGoneAt } = request;
  return (
    customerGoneAt !== null &&
    later(customerGoneAt, settings.customerGraceMs) <= clock.now()
  );
}

/** Who hands a session over and is gone for good no longer holds it: its customer waits in the queue. */
async function releaseIfGone(
  powers: Powers,
  requestId: RequestId,
): Promise<void> {
  await powers.database.transact(serverActor, async (unit) => {
    const request = await lockRequest(unit.tx, requestId);
    if (request === undefined || !(await operatorIsGone(powers, unit, request)))
      return;
    await leaveBehind(powers, unit, request);
  });
}

async function operatorIsGone(
  { clock, settings }: Powers,
  unit: Unit,
  request: LockedRequest,
): Promise<boolean> {
  if (request.operatorId === null) return false;
  const goneAt =
    (await findOperator(unit.tx, request.operatorId))?.disconnectedAt ?? null;
  return (
    goneAt !== null && later(goneAt, settings.operatorSeatMs) <= clock.now()
  );
}

/** The session that consisted of this call is over with it. */
export async function endWithCall(
  powers: Powers,
  outcome: CallOutcome,
): Promise<void> {
  const { requestId } = outcome;
  if (requestId === null) return;
  await powers.database.transact(serverActor, async (unit) => {
    const request = await lockRequest(unit.tx, requestId);
    // A further call within a chat leaves the chat open.
    if (
      request === undefined ||
      request.state === "ended" ||
      request.callId !== outcome.id
    )
      return;
    const { operatorId, origin } = request;
    const isServed = operatorId !== null;
    const reason = endReasonOfCall({ isServed, origin }, outcome);
    const waitingEvent =
      reason === "customer_lost" ? "customer_gone" : "cancelled";
    const event = isServed ? "finished" : waitingEvent;
    await endRequest(powers, unit, { request, event, reason, actorId: null });
  });
}

/** Finds sessions whose call ended while nobody here heard of it: the process died in between. */
export async function endSessionsOfEndedCalls(powers: Powers): Promise<void> {
  const sessions = await sessionsWithCalls(powers.database.db);
  const outcomes = await powers.calls.outcomesOf(
    sessions.map((session) => session.callId),
  );
  for (const outcome of outcomes) await endWithCall(powers, outcome);
}
