import type { CallId } from "@veche/contracts";
import type { CallPowers } from "../powers.ts";
import type { Probes } from "./probes.ts";

/** Carries what the media server offers to the socket of the seat, and keeps in mind which rooms it lost. */
export function followRooms(
  {
    media,
    book,
    hub,
    probes,
  }: Pick<CallPowers, "media" | "book" | "hub"> & {
    readonly probes: Probes;
  },
  lostRooms: { add(callId: CallId): void },
): Disposable {
  return media.rooms.listen({
    offered({ callId, roomId, joinId }, { sdp, lines }) {
      const call = book.get(callId);
      const seat = call?.seats.find((one) => one.joinId === joinId);
      const connectionId =
        seat?.connectionId ?? probes.connectionOf(callId) ?? null;
      if (connectionId === null) return;
      hub.notifyConnection(connectionId, {
        type: "call.offered",
        callId,
        joinId,
        roomId,
        sdp,
        lines: [...lines],
      });
    },
    lost(callIds) {
      for (const callId of callIds) {
        // Who tried their line there tries again.
        if (probes.connectionOf(callId) !== undefined) probes.drop({ callId });
        else lostRooms.add(callId);
      }
    },
  });
}
