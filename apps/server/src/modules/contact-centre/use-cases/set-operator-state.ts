import type { CommandParams, OperatorStatus } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { Powers } from "../powers.ts";
import { presentOperator } from "../present.ts";
import { requireOperator } from "../rights.ts";
import {
  ensureOperator,
  lockOperator,
  saveOperator,
} from "../store/operators.ts";
import { moveOperator } from "./move-operator.ts";

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
      await ensureOperator(unit.tx, { userId, name, now: powers.clock.now() });
      const known = await lockOperator(unit.tx, userId);
      if (known === undefined) throw new AppError("server.failed");
      // Whoever commands is on a line, whatever was noted before.
      if (known.disconnectedAt !== null)
        await saveOperator(unit.tx, userId, { disconnectedAt: null });
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
