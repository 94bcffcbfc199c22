import type { CommandParams, OperatorStatus, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { Powers } from "../powers.ts";
import { presentOperator } from "../present.ts";
import { requireOperator } from "../rights.ts";
import { endPauses } from "../store/offers.ts";
import {
  ensureOperator,
  lockOperator,
  saveOperator,
} from "../store/operators.ts";
import type { OperatorRow } from "../store/rows.ts";
import { moveOperator, type Unit } from "./move-operator.ts";

/** The operator chooses; while ringing or serving, the choice is what follows. */
export async function setOperatorState(
  powers: Powers,
  context: CommandContext,
  { state, breakReason }: CommandParams<"operator.set_state">,
): Promise<OperatorStatus> {
  const { id: userId, name } = requireOperator(context.principal);
  const operator = await powers.database.transact(
    context.actor,
    async (unit) => {
      const known = await ownRow(powers, unit, { userId, name });
      // Whoever commands is on a line, whatever was noted before.
      if (known.disconnectedAt !== null)
        await saveOperator(unit.tx, userId, { disconnectedAt: null });
      // Who says by hand that they are back wants to be asked at once.
      if (known.state === "not_responding" && state === "available")
        await endPauses(unit.tx, userId, powers.clock.now());
      return moveOperator(powers, unit, {
        operator: known,
        event: { type: "chose", state, breakReason },
      });
    },
  );
  if (operator === undefined)
    throw new AppError("contact_centre.operator_busy");
  return presentOperator(operator);
}

/** The operator's row, held; made on their first choice. */
async function ownRow(
  { clock }: Powers,
  { tx }: Unit,
  { userId, name }: { readonly userId: UserId; readonly name: string },
): Promise<OperatorRow> {
  const known = await lockOperator(tx, userId);
  if (known !== undefined) return known;
  await ensureOperator(tx, { userId, name, now: clock.now() });
  const made = await lockOperator(tx, userId);
  if (made === undefined) throw new AppError("server.failed");
  return made;
}
