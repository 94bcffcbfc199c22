import type { DomainEventOf } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import { giveUpSeat } from "../domain/call-record.ts";
import { stopRing } from "../domain/rings.ts";
import type { CallPowers } from "../powers.ts";
import { openCallIn } from "../store/calls.ts";
import { changeCallAlone } from "./change-call.ts";

/** Whoever is a member no longer is out of the group's call. */
export async function showOut(
  powers: CallPowers,
  changes: readonly DomainEventOf<"members.changed">[],
): Promise<void> {
  for (const { conversationId, left } of changes) {
    if (left.length === 0) continue;
    const callId = await openCallIn(powers.database.db, conversationId);
    if (callId === undefined) continue;
    await changeCallAlone(powers, serverActor, {
      callId,
      actorId: null,
      step: (call, { now }) =>
        call.kind === "pair"
          ? call
          : left.reduce(
              (rest, id) => giveUpSeat(stopRing(rest, id, "missed"), id, now),
              call,
            ),
    });
  }
}
