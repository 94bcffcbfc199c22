import type { Powers } from "../powers.ts";
import type { RequestRow, TransferRow } from "../store/rows.ts";
import { saveTransfer, transfersNamed } from "../store/transfers.ts";
import type { Unit } from "./move-operator.ts";

interface Closing {
  readonly request: Pick<RequestRow, "transferId">;
  readonly outcome: NonNullable<TransferRow["outcome"]>;
}

/** The hand-over of a request whose row is held is over, if there was one. What becomes of the request is the caller's. */
export async function closeTransfer(
  { clock }: Pick<Powers, "clock">,
  unit: Unit,
  { request: { transferId }, outcome }: Closing,
): Promise<TransferRow | undefined> {
  if (transferId === null) return undefined;
  const [transfer] = await transfersNamed(unit.tx, [transferId]);
  const now = clock.now();
  await saveTransfer(unit.tx, transferId, {
    closedAt: now,
    outcome,
    // Who keeps it serves on, and this was no turn of theirs.
    leftAt: outcome === "taken_back" ? null : (transfer?.leftAt ?? now),
  });
  return transfer;
}
