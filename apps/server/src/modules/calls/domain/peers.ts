import type { JoinId } from "@veche/contracts";
import type { CallRecord } from "./call-record.ts";
import { linkGone, linkUp, type Moment, type Seat } from "./seat.ts";

/** Whose connection the media server misses, and whose came back after that. */
export interface PeerChanges {
  readonly gone: readonly JoinId[];
  readonly back: readonly JoinId[];
}

/**
 * What the media server saw of a call's connections: who vanished has their own hold to come back in, whatever their
 * client says or does not say.
 */
export function seePeers(
  call: CallRecord,
  { gone, back }: PeerChanges,
  moment: Moment,
): CallRecord {
  if (call.state === "ended" || call.topology !== "sfu") return call;
  const seen = (seat: Seat): Seat => {
    if (seat.state === "left" || seat.joinId === null) return seat;
    if (gone.includes(seat.joinId)) return linkGone(seat, moment);
    return back.includes(seat.joinId) && seat.link === "lost"
      ? linkUp(seat)
      : seat;
  };
  return { ...call, seats: call.seats.map(seen) };
}
