import type { CallId, PrincipalId, RoomId } from "@veche/contracts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { moveToServer as moved } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import { changeCall } from "./change-call.ts";

/** Sends the media of a call that goes on through the media server; of one that goes there already nothing changes. */
export async function moveToServer(
  powers: CallPowers,
  unit: LentUnit,
  {
    callId,
    actorId,
  }: { readonly callId: CallId; readonly actorId: PrincipalId },
): Promise<void> {
  const roomId = powers.ids.next<RoomId>();
  await changeCall(powers, unit, {
    callId,
    actorId,
    step: (call) => moved(call, roomId),
  });
}
