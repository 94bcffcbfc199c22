import { mayTake } from "../decide.ts";
import type { OperatorRow, RequestRow, Tables } from "./tables.ts";

/** Everything that is wrong with the tables after routing; nothing when all is well (design §7). */
export function violations(tables: Tables, now: Date): readonly string[] {
  return [
    ...needlessWaits(tables, now),
    ...[...tables.operators.values()].flatMap((operator) =>
      operatorFaults(tables, operator),
    ),
    ...[...tables.operators.values()].flatMap((operator) =>
      wrapUpFaults(tables, operator, now),
    ),
    ...[...tables.open].flatMap((request) => requestFaults(tables, request)),
    ...[...tables.offers.values()]
      .filter((offer) => offer.expiresAt <= now)
      .map((offer) => `offer ${offer.id} rings on after its time`),
  ];
}

/** Every request ever made has its one end: said when the day is over. */
export function unfinished(tables: Tables): readonly string[] {
  return [...tables.requests.values()]
    .filter((request) => request.state !== "ended" || request.ends.length !== 1)
    .map(
      (request) =>
        `request ${request.id} is ${request.state} with ${String(request.ends.length)} ends`,
    );
}

function needlessWaits(tables: Tables, now: Date): readonly string[] {
  const free = [...tables.operators.values()].filter(
    (operator) =>
      operator.standing.state === "available" &&
      operator.disconnectedAt === null,
  );
  return [...tables.open]
    .filter((request) => request.state === "waiting")
    .flatMap((request) =>
      free
        .filter((operator) => mayTake(request, operator, now))
        .map(
          (operator) =>
            `request ${request.id} waits while operator ${operator.id} is available`,
        ),
    );
}

/** A wrap-up has an end, and it is of a session of theirs that is over. */
function wrapUpFaults(
  tables: Tables,
  { id, standing }: OperatorRow,
  now: Date,
): readonly string[] {
  const { state, wrapUpRequestId, wrapUpUntil } = standing;
  const isInOrder =
    state === "wrap_up"
      ? wrapUpUntil !== null && wrapUpUntil > now
      : wrapUpUntil === null && wrapUpRequestId === null;
  const request =
    wrapUpRequestId === null ? null : tables.requests.get(wrapUpRequestId);
  const isTheirs =
    request === null ||
    (request?.state === "ended" && request.operatorId === id);
  return isInOrder && isTheirs
    ? []
    : [`operator ${id} is ${state} with a wrap-up that is not in order`];
}

function operatorFaults(
  tables: Tables,
  operator: OperatorRow,
): readonly string[] {
  const offers = [...tables.offers.values()].filter(
    (offer) => offer.operatorId === operator.id,
  ).length;
  const sessions = [...tables.open].filter(
    (request) => request.operatorId === operator.id,
  ).length;
  const { state } = operator.standing;
  const isRight =
    offers === (state === "ringing" ? 1 : 0) &&
    sessions === (state === "in_call" ? 1 : 0);
  return isRight
    ? []
    : [
        `operator ${operator.id} is ${state} with ${String(offers)} offers and ${String(sessions)} sessions`,
      ];
}

function requestFaults(tables: Tables, request: RequestRow): readonly string[] {
  const offers = [...tables.offers.values()].filter(
    (offer) => offer.requestId === request.id,
  ).length;
  const isRight =
    offers === (request.state === "offered" ? 1 : 0) &&
    // While it is handed over, its operator stays.
    (request.operatorId !== null || request.state !== "active") &&
    request.ends.length === 0;
  return isRight
    ? []
    : [
        `request ${request.id} is ${request.state} with ${String(offers)} offers`,
      ];
}
