import type { DomainEvent } from "@veche/contracts";
import type { Tx, UnitOfWork } from "../../../platform/db/database.ts";
import {
  afterEvent,
  type OperatorEvent,
  type OperatorStanding,
} from "../domain/operator-state.ts";
import type { Powers } from "../powers.ts";
import { lockOperator, saveOperator } from "../store/operators.ts";
import type { OperatorRow } from "../store/rows.ts";
import type { ContactCentreTables } from "../store/tables.ts";

export type Unit = UnitOfWork<ContactCentreTables>;
export type CentreTx = Tx<ContactCentreTables>;

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
  };
  await saveOperator(unit.tx, operator.userId, fields);
  for (const fact of factsOf(operator, standing)) unit.happened(fact);
  return { ...operator, ...fields };
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

export function factsOf(
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
