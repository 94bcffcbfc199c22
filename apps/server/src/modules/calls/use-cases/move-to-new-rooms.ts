import type { CallId, RoomId } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import { moveToRoom } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import { changeCallAlone } from "./change-call.ts";

/** Their media server is gone: these calls go on in other rooms, which every participant builds connections to by themselves. */
export async function moveToNewRooms(
  powers: CallPowers,
  callIds: readonly CallId[],
): Promise<void> {
  for (const callId of callIds) {
    const roomId = powers.ids.next<RoomId>();
    await changeCallAlone(powers, serverActor, {
      callId,
      actorId: null,
      step: (call) => moveToRoom(call, roomId),
    });
  }
}
