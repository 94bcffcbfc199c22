import type { ClientId } from "@veche/contracts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { end, type CallRecord } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import { insertCall, openCallOf } from "../store/calls.ts";
import { callsTx, tellChange } from "./change-call.ts";

/**
 * The one who was called is in another call: they find in the conversation, and among their missed calls, who called.
 * A caller who is in a call themself called nobody.
 */
export async function noteBusy(
  powers: CallPowers,
  { actor }: CommandContext,
  {
    call,
    clientId,
  }: { readonly call: CallRecord; readonly clientId: ClientId },
): Promise<void> {
  const callee = call.seats.find((seat) => seat.principalId !== call.callerId);
  if (call.kind === "group" || callee === undefined) return;
  const { db } = powers.database;
  if ((await openCallOf(db, call.callerId)) !== undefined) return;
  if ((await openCallOf(db, callee.principalId)) === undefined) return;
  const busy = end(call, "busy", powers.clock.now());
  await powers.database.transact(actor, async (unit) => {
    await insertCall(callsTx(unit), busy, clientId);
    await tellChange(powers, unit, {
      before: undefined,
      after: busy,
      actorId: call.callerId,
    });
  });
}
