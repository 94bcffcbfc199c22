import type { DomainEvent } from "@veche/contracts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import {
  afterEvent,
  type OperatorEvent,
  type OperatorStanding,
} from "../domain/operator-state.ts";
import type { Powers } from "../powers.ts";
import {
  lockOperator,
  saveOperator,
  saveOperators,
} from "../store/operators.ts";
import type { OperatorRow } from "../store/rows.ts";
import { insertWrapUpTime } from "../store/wrap-ups.ts";
import type { ContactCentreTables } from "../store/tables.ts";

export type Unit = UnitOfWork<ContactCentreTables>;

/** Puts an operator, whose row is held, through an event. Undefined when it cannot happen to them now. */
export async function moveOperator(
  { clock, settings }: Pick<Powers, "clock" | "settings">,
  unit: Unit,
  {
    operator,
    event,
  }: { readonly operator: OperatorRow; readonly event: OperatorEvent },
): Promise<OperatorRow | undefined> {
  const standing = afterEvent(operator, event, {
    now: clock.now(),
    missesAllowed: settings.missesAllowed,
  });
  if (standing === undefined) return undefined;
  const fields: OperatorStanding = {
    state: standing.state,
    requestedState: standing.requestedState,
    breakReason: standing.breakReason,
    since: standing.since,
    idleSince: standing.idleSince,
    missedCount: standing.missedCount,
    wrapUpRequestId: standing.wrapUpRequestId,
    wrapUpUntil: standing.wrapUpUntil,
  };
  await saveOperator(unit.tx, operator.userId, fields);
  await noteWrapUpTime(unit, operator, standing);
  for (const fact of factsOf(operator, standing)) unit.happened(fact);
  return { ...operator, ...fields };
}

/** How long a wrap-up took is known when the operator leaves it, whatever ended it. */
async function noteWrapUpTime(
  { tx }: Unit,
  { state, since, wrapUpRequestId: requestId }: OperatorRow,
  after: OperatorStanding,
): Promise<void> {
  if (state !== "wrap_up" || after.state === "wrap_up" || requestId === null)
    return;
  await insertWrapUpTime(tx, { requestId, since, until: after.since });
}

/**
 * Puts many operators, whose rows are held and who are all in one state, through one event in one statement. Fails
 * when it cannot happen to one of them.
 */
export async function moveOperators(
  { clock, settings }: Pick<Powers, "clock" | "settings">,
  unit: Unit,
  {
    operators,
    event,
  }: {
    readonly operators: readonly OperatorRow[];
    readonly event: OperatorEvent;
  },
): Promise<void> {
  const step = { now: clock.now(), missesAllowed: settings.missesAllowed };
  for (const operator of operators) {
    const standing = afterEvent(operator, event, step);
    if (standing === undefined)
      throw new Error(
        `${event.type} cannot happen to an operator who is ${operator.state}`,
      );
    for (const fact of factsOf(operator, standing)) unit.happened(fact);
  }
  const [first] = operators;
  const next = first && afterEvent(first, event, step);
  if (next === undefined) return;
  // The event gives all the same state and moment; what differs between them it leaves alone.
  await saveOperators(
    unit.tx,
    operators.map((operator) => operator.userId),
    { state: next.state, since: next.since },
  );
}

/** The same for an operator known by id; their row is taken now. */
export async function moveOperatorById(
  powers: Pick<Powers, "clock" | "settings">,
  unit: Unit,
  {
    operatorId,
    event,
  }: {
    readonly operatorId: OperatorRow["userId"];
    readonly event: OperatorEvent;
  },
): Promise<OperatorRow | undefined> {
  const operator = await lockOperator(unit.tx, operatorId);
  return operator && moveOperator(powers, unit, { operator, event });
}

function factsOf(
  before: OperatorRow,
  after: OperatorStanding,
): readonly DomainEvent[] {
  const operatorId = before.userId;
  const changed: DomainEvent = { type: "operator.changed", operatorId };
  return before.state === after.state
    ? [changed]
    : [
        {
          type: "operator.state_changed",
          operatorId,
          from: before.state,
          to: after.state,
        },
        changed,
      ];
}
