import type {
  JoinId,
  PrincipalId,
  RoomId,
  SupervisionMode,
} from "@veche/contracts";
import { takenSeat, type Party } from "./new-seat.ts";
import {
  isGivenUp,
  leave,
  sentBy,
  sitDown,
  type Moment,
  type Seat,
  type Sitter,
} from "./seat.ts";

interface SupervisedCall {
  readonly state: "ringing" | "active" | "ended";
  readonly topology: "p2p" | "sfu";
  readonly roomId: RoomId | null;
  readonly seats: readonly Seat[];
}

export interface Supervising {
  readonly party: Party;
  readonly sitter: Sitter;
  readonly mode: SupervisionMode;
  /** The customer is told that they are heard. */
  readonly isTold: boolean;
  /** Where the call goes on; null: there is no media server. */
  readonly newRoomId: RoomId | null;
}

type SupervisionRefusal =
  | "call.busy"
  | "call.ended"
  | "call.for_two"
  | "call.full"
  | "request.conflict";

type Supervised<Call> =
  | { readonly ok: true; readonly call: Call }
  | { readonly ok: false; readonly reason: SupervisionRefusal };

const isPresent = ({ state }: Seat): boolean => state !== "left";

/**
 * A supervisor takes the third seat of a session's call, or takes part from theirs in another way. There is one such
 * seat (B2: three at most), and it needs a room: what comes to whom is decided there.
 */
export function supervise<Call extends SupervisedCall>(
  call: Call,
  supervising: Supervising,
  moment: Moment,
): Supervised<Call> {
  const refused = refusalOf(call, supervising);
  if (refused !== undefined) return { ok: false, reason: refused };
  const { party, sitter, mode, isTold, newRoomId } = supervising;
  const before = call.seats.find(
    (seat) => seat.principalId === party.principalId && isPresent(seat),
  );
  const taken =
    before === undefined
      ? takenSeat(party, sitter)
      : sitDown({ ...before, supervision: mode }, sitter, moment);
  const seat: Seat = {
    ...taken,
    media: sentBy({ supervision: mode }, sitter.media),
    supervision: mode,
    isSupervisionTold: isTold,
  };
  const others = call.seats.filter(
    ({ principalId }) => principalId !== party.principalId,
  );
  const room =
    call.topology === "sfu"
      ? {}
      : ({ topology: "sfu", roomId: newRoomId } as const);
  return { ok: true, call: { ...call, ...room, seats: [...others, seat] } };
}

function refusalOf(
  { state, topology, seats }: SupervisedCall,
  { party, newRoomId }: Supervising,
): SupervisionRefusal | undefined {
  if (state === "ended") return "call.ended";
  if (state === "ringing") return "request.conflict";
  const present = seats.filter(isPresent);
  const isMine = ({ principalId }: Seat) => principalId === party.principalId;
  if (present.some((seat) => isMine(seat) && seat.supervision === null))
    return "call.busy";
  if (present.some((seat) => !isMine(seat) && seat.supervision !== null))
    return "call.full";
  if (topology === "p2p" && newRoomId === null) return "call.for_two";
  return undefined;
}

/** The two go on. */
export const stopSupervising = <Call extends Pick<SupervisedCall, "seats">>(
  call: Call,
  principalId: PrincipalId,
): Call => ({
  ...call,
  seats: call.seats.map((seat) =>
    seat.principalId === principalId ? leave(seat) : seat,
  ),
});

/** A supervisor who did not come back in time: nobody waits for them. */
export const releaseSupervisors = <Call extends Pick<SupervisedCall, "seats">>(
  call: Call,
  now: Date,
): Call => {
  const isOver = (seat: Seat) =>
    seat.supervision !== null && isGivenUp(seat, now);
  return call.seats.some(isOver)
    ? {
        ...call,
        seats: call.seats.map((seat) => (isOver(seat) ? leave(seat) : seat)),
      }
    : call;
};

/** A supervisor of whom the customer sees and hears nothing. */
export const isHidden = ({ supervision }: Pick<Seat, "supervision">): boolean =>
  supervision === "listen" || supervision === "whisper";

/** May whoever looks know of that seat? The staff always; `viewer` is undefined where they have no seat. */
export const isKnownTo = (
  viewer: Pick<Seat, "kind"> | undefined,
  seat: Pick<Seat, "supervision">,
): boolean => viewer === undefined || viewer.kind === "user" || !isHidden(seat);

/** To whom alone comes what this seat sends; undefined: to all. */
export function hearersOf(
  seats: readonly Seat[],
  { principalId, supervision }: Seat,
): readonly JoinId[] | undefined {
  if (!isHidden({ supervision })) return undefined;
  if (supervision === "listen") return [];
  return seats.flatMap((one) =>
    isPresent(one) &&
    one.kind === "user" &&
    one.principalId !== principalId &&
    one.joinId !== null
      ? [one.joinId]
      : [],
  );
}
