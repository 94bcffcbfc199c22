import type {
  CommandParams,
  OperatorStatus,
  WrapUp,
  WrapUpRules,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { serverActor } from "../../../platform/db/database.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { extendedUntil } from "../domain/wrap-up.ts";
import type { Powers } from "../powers.ts";
import { presentOperator, presentWrapUp } from "../present.ts";
import { requireOperator } from "../rights.ts";
import { lockOperator } from "../store/operators.ts";
import { lockRequest } from "../store/requests.ts";
import type { OperatorRow, WrapUpRow } from "../store/rows.ts";
import { readWrapUpRules } from "../store/wrap-up-rules.ts";
import { putWrapUp } from "../store/wrap-ups.ts";
import { moveOperator, type Unit } from "./move-operator.ts";

/**
 * Whoever served writes down what the session came to, during the wrap-up or any time later; saved again, the last
 * word stands. Refuses `request.not_found` to everybody else.
 */
export function saveWrapUp(
  powers: Powers,
  { principal, actor }: CommandContext,
  params: CommandParams<"wrap_up.save">,
): Promise<WrapUp> {
  const { id: operatorId } = requireOperator(principal);
  const { requestId, outcomeId, note, followUp, isDone } = params;
  return powers.database.transact(actor, async (unit) => {
    const request = await lockRequest(unit.tx, requestId);
    if (request?.operatorId !== operatorId)
      throw new AppError("request.not_found");
    const rules = await readWrapUpRules(unit.tx, powers.settings);
    requireOutcome(rules, outcomeId);
    const row: WrapUpRow = {
      requestId,
      operatorId,
      outcomeId,
      note,
      followUpText: followUp?.text ?? null,
      followUpDueOn: followUp?.dueOn ?? null,
      savedAt: powers.clock.now(),
    };
    await putWrapUp(unit.tx, row);
    unit.happened({ type: "wrap_up.saved", requestId, outcomeId });
    const operator = isDone && (await inWrapUp(unit, operatorId, requestId));
    if (operator)
      await moveOperator(powers, unit, {
        operator,
        event: { type: "wrapped_up" },
      });
    return presentWrapUp(row, rules);
  });
}

function requireOutcome(
  { outcomes }: WrapUpRules,
  outcomeId: WrapUpRow["outcomeId"],
): void {
  const isKnown =
    outcomeId === null || outcomes.some(({ id }) => id === outcomeId);
  if (!isKnown) throw new AppError("request.invalid");
}

/** As much time again. What is over is not extended; the same command again finds it done. */
export async function extendWrapUp(
  powers: Powers,
  { principal, actor }: CommandContext,
  { requestId, shownUntil }: CommandParams<"wrap_up.extend">,
): Promise<OperatorStatus> {
  const { id: operatorId } = requireOperator(principal);
  const operator = await powers.database.transact(actor, async (unit) => {
    const known = await lockOperator(unit.tx, operatorId);
    const isAsShown =
      known?.wrapUpRequestId === requestId &&
      known.wrapUpUntil?.toISOString() === shownUntil;
    if (!isAsShown || known.wrapUpUntil === null) return known;
    const { seconds } = await readWrapUpRules(unit.tx, powers.settings);
    const until = extendedUntil({
      since: known.since,
      until: known.wrapUpUntil,
      now: powers.clock.now(),
      stepMs: Math.max(30, seconds) * 1000,
    });
    return moveOperator(powers, unit, {
      operator: known,
      event: { type: "extended", until },
    });
  });
  if (operator === undefined) throw new AppError("request.not_found");
  return presentOperator(operator);
}

/** The operator's row, held, if this is the session they are writing down. */
async function inWrapUp(
  { tx }: Unit,
  operatorId: OperatorRow["userId"],
  requestId: WrapUpRow["requestId"],
): Promise<OperatorRow | undefined> {
  const operator = await lockOperator(tx, operatorId);
  return operator?.wrapUpRequestId === requestId ? operator : undefined;
}

/** The time is over: what the operator asked for follows. */
export async function endWrapUp(
  powers: Powers,
  operatorId: OperatorRow["userId"],
): Promise<void> {
  await powers.database.transact(serverActor, async (unit) => {
    const operator = await lockOperator(unit.tx, operatorId);
    // Extended, or ended by the operator, since the sweep looked.
    if (!operator?.wrapUpUntil || operator.wrapUpUntil > powers.clock.now())
      return;
    await moveOperator(powers, unit, {
      operator,
      event: { type: "wrapped_up" },
    });
  });
}
