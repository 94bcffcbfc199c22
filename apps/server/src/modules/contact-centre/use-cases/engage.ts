import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { Powers } from "../powers.ts";
import { requireOperator } from "../rights.ts";
import { ensureOperator, lockOperator } from "../store/operators.ts";
import { moveOperator, type Unit } from "./move-operator.ts";

/** The operator's own work begins. Refuses `contact_centre.operator_busy` to whoever rings or serves. */
export async function engage(
  powers: Powers,
  unit: Unit,
  { principal }: CommandContext,
): Promise<void> {
  const { id: userId, name } = requireOperator(principal);
  await ensureOperator(unit.tx, { userId, name, now: powers.clock.now() });
  const operator = await lockOperator(unit.tx, userId);
  const engaged =
    operator &&
    (await moveOperator(powers, unit, { operator, event: { type: "called" } }));
  if (engaged === undefined) throw new AppError("contact_centre.operator_busy");
}
