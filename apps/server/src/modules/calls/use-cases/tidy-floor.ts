import type { CallId } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import { withoutAbsent } from "../domain/floor.ts";
import type { CallPowers } from "../powers.ts";
import { findCall, lockCall, openCallIn } from "../store/calls.ts";
import { deleteFloor, endedFloors } from "../store/floors.ts";
import { clearLobby } from "../store/lobby.ts";
import { callsTx } from "./change-call.ts";
import { changeFloor } from "./change-floor.ts";

/** After seats changed: whoever is gone asks for no word, is shown to nobody and has nothing to put out. */
export async function tidyFloors(
  powers: CallPowers,
  callIds: readonly CallId[],
): Promise<void> {
  for (const callId of callIds) await tidyFloor(powers, callId);
}

/** Calls are over: nothing of their order is left. */
export async function dropFloors(
  powers: CallPowers,
  callIds: readonly CallId[],
): Promise<void> {
  for (const callId of callIds) await dropFloor(powers, callId);
}

/** Calls that ended in a life of the process that did not come to tidying. */
export async function dropEndedFloors(powers: CallPowers): Promise<void> {
  await dropFloors(powers, await endedFloors(powers.database.db));
}

async function tidyFloor(powers: CallPowers, callId: CallId): Promise<void> {
  const { db } = powers.database;
  const call = await findCall(db, callId);
  if (call === undefined || call.state === "ended") return;
  await changeFloor(powers, serverActor, {
    callId,
    step: (floor, { seats }) =>
      withoutAbsent(
        floor,
        seats.flatMap(({ state, principalId }) =>
          state === "left" ? [] : [principalId],
        ),
      ),
  });
}

/** Those who still wait are told that there is nothing to wait for. */
async function dropFloor(powers: CallPowers, callId: CallId): Promise<void> {
  const { database, hub, floors } = powers;
  const dropped = await database.transact(serverActor, async (unit) => {
    const tx = callsTx(unit);
    const call = await lockCall(tx, callId);
    if (call?.state !== "ended" || call.kind !== "group") return undefined;
    await deleteFloor(tx, callId);
    const { conversationId } = call;
    // The next call may have its own door by now.
    const isNext = (await openCallIn(tx, conversationId)) !== undefined;
    if (isNext) return undefined;
    return { conversationId, ids: await clearLobby(tx, conversationId) };
  });
  floors.forget(callId);
  if (dropped === undefined) return;
  hub.notify(dropped.ids, {
    type: "lobby.changed",
    conversationId: dropped.conversationId,
    callId: null,
    state: null,
  });
}
