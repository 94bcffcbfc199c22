import type { RequestEndReason } from "@veche/contracts";
import { later } from "../domain/later.ts";
import type { OperatorEvent } from "../domain/operator-state.ts";
import type { Powers } from "../powers.ts";
import type { RequestRow } from "../store/rows.ts";
import { readWrapUpRules } from "../store/wrap-up-rules.ts";
import type { Unit } from "./move-operator.ts";

/** What follows for the operator of a session that ends: time to write down what it came to, if anybody was served. */
export async function endOfWork(
  { clock, settings }: Pick<Powers, "clock" | "settings">,
  { tx }: Unit,
  {
    request,
    reason,
  }: { readonly request: RequestRow; readonly reason: RequestEndReason },
): Promise<OperatorEvent> {
  if (reason !== "completed") return { type: "work_ended" };
  const { seconds } = await readWrapUpRules(tx, settings);
  if (seconds === 0) return { type: "work_ended" };
  const until = later(clock.now(), seconds * 1000);
  return { type: "served", requestId: request.id, until };
}
