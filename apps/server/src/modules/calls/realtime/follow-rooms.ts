import type { CallId, JoinId, NoticeOf, RoomId } from "@veche/contracts";
import type { CallPowers } from "../powers.ts";
import type { Probes } from "./probes.ts";

interface Place {
  readonly callId: CallId;
  readonly joinId: JoinId;
  readonly roomId: RoomId;
}

/** What a participant is told of their lines; the place is added. */
type RoomNotice =
  | Omit<NoticeOf<"call.offered">, keyof Place>
  | Omit<NoticeOf<"call.lines_changed">, keyof Place>;

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
  const tell = (place: Place, notice: RoomNotice): void => {
    const seats = book.get(place.callId)?.seats;
    const seat = seats?.find(({ joinId }) => joinId === place.joinId);
    const connectionId =
      seat?.connectionId ?? probes.connectionOf(place.callId) ?? null;
    if (connectionId !== null)
      hub.notifyConnection(connectionId, { ...place, ...notice });
  };
  return media.rooms.listen({
    offered(place, { sdp, lines }) {
      tell(place, { type: "call.offered", sdp, lines: [...lines] });
    },
    linesChanged(place, lines) {
      tell(place, { type: "call.lines_changed", lines: [...lines] });
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
