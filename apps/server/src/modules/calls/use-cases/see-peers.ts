import type { CallId } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import { seePeers, type PeerChanges } from "../domain/peers.ts";
import type { CallPowers } from "../powers.ts";
import { changeCallAlone } from "./change-call.ts";

/** What the media server saw of one call's connections. */
export interface PeersSeen {
  readonly callId: CallId;
  readonly changes: PeerChanges;
}

/** Holds the seats of those who vanished, and lets go of the hold of those who came back. */
export async function keepSeenPeers(
  powers: CallPowers,
  seen: readonly PeersSeen[],
): Promise<void> {
  for (const { callId, changes } of seen)
    await changeCallAlone(powers, serverActor, {
      callId,
      actorId: null,
      step: (call, moment) => seePeers(call, changes, moment),
    });
}
