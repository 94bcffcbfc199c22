import type { CallId, JoinId, NoticeOf, RoomId } from "@veche/contracts";
import type { CallPowers } from "../powers.ts";
import type { PeersSeen } from "../use-cases/see-peers.ts";
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

/** What is gathered of what the media server tells. */
interface RoomWork {
  readonly lostRooms: { add(callId: CallId): void };
  readonly seenPeers: { add(seen: PeersSeen): void };
}

/**
 * Carries what the media server offers to the socket of the seat, asks for a sign of life where media stopped, and keeps
 * in mind which rooms it lost and who vanished.
 */
export function followRooms(
  {
    media,
    book,
    hub,
    probes,
  }: Pick<CallPowers, "media" | "book" | "hub"> & {
    readonly probes: Probes;
  },
  { lostRooms, seenPeers }: RoomWork,
): Disposable {
  const connectionOf = ({ callId, joinId }: Place): string | null => {
    const seats = book.get(callId)?.seats;
    const seat = seats?.find((one) => one.joinId === joinId);
    return seat?.connectionId ?? probes.connectionOf(callId) ?? null;
  };
  const tell = (place: Place, notice: RoomNotice): void => {
    const connectionId = connectionOf(place);
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
    peersChanged(callId, changes) {
      if (book.get(callId) !== undefined) seenPeers.add({ callId, changes });
    },
    fellSilent(place) {
      const connectionId = connectionOf(place);
      if (connectionId !== null) hub.ask(connectionId);
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
