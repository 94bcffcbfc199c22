import type { RequestId } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import type { Powers } from "../powers.ts";
import { handedOverInCalls, lockRequest } from "../store/requests.ts";
import { leaveBehind } from "./leave-behind.ts";

/** Whoever left the call of a session that they hand over serves it no longer. */
export async function releaseWhoLeft(
  powers: Powers,
  requestId: RequestId,
): Promise<void> {
  const { database, calls } = powers;
  const [known] = await calls
    .callsOfRequest(requestId)
    .then((all) => all.filter(({ state }) => state !== "ended"));
  if (known === undefined) return;
  await database.transact(serverActor, async (unit) => {
    const request = await lockRequest(unit.tx, requestId);
    const seat = known.participants.find(
      ({ principalId }) => principalId === request?.operatorId,
    );
    if (request !== undefined && seat?.state === "left")
      await leaveBehind(powers, unit, request);
  });
}

/** The same for all of them: the process died in between. */
export async function releaseAllWhoLeft(powers: Powers): Promise<void> {
  for (const id of await handedOverInCalls(powers.database.db))
    await releaseWhoLeft(powers, id);
}
