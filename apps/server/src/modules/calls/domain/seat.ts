import type {
  DeviceId,
  JoinId,
  MediaState,
  ParticipantState,
  PrincipalId,
  SupervisionMode,
} from "@veche/contracts";

/** A participant's place in a call. It is theirs until the call ends or their hold runs out. */
export interface Seat {
  readonly principalId: PrincipalId;
  readonly kind: "user" | "customer" | "guest";
  readonly name: string;
  readonly state: ParticipantState;
  /** The life of the peer connection that answers here; null before the first. */
  readonly joinId: JoinId | null;
  readonly deviceId: DeviceId | null;
  /** The socket that speaks for the seat; null when it closed. */
  readonly connectionId: string | null;
  /** What ICE said last of this `joinId`. */
  readonly link: "none" | "live" | "lost";
  readonly isPolite: boolean;
  readonly media: MediaState;
  /** While `reconnecting`: when the seat is given up. */
  readonly heldUntil: Date | null;
  /** A supervisor beside the two of a session; null: one of those the call is of. */
  readonly supervision: SupervisionMode | null;
  /** The customer is told that somebody hears them. */
  readonly isSupervisionTold: boolean;
}

/** How long an empty seat is kept (conventions A.12). */
export interface SeatHolds {
  readonly userMs: number;
  readonly customerMs: number;
}

/** When something happens to a seat, and how long seats are held. */
export interface Moment {
  readonly now: Date;
  readonly holds: SeatHolds;
}

/** Who sits down: the socket, its device, the life of their peer connection, and what they send. */
export interface Sitter {
  readonly joinId: JoinId;
  readonly deviceId: DeviceId;
  readonly connectionId: string;
  readonly media: MediaState;
}

/**
 * Sits down. The same `joinId` again is the same peer connection behind a new socket: its media ran on meanwhile, so
 * the seat is as live as its link is. A new `joinId` begins anew.
 */
export function sitDown(seat: Seat, sitter: Sitter, moment: Moment): Seat {
  const link = seat.joinId === sitter.joinId ? seat.link : "none";
  const seated: Seat = {
    ...seat,
    ...sitter,
    media: sentBy(seat, sitter.media),
    link,
    state: link === "live" ? "live" : "joining",
    heldUntil: null,
  };
  return link === "lost"
    ? { ...seated, state: "reconnecting", heldUntil: longestHold(moment) }
    : seated;
}

const silent: MediaState = { microphone: false, camera: false, screen: false };

/** Whoever merely listens sends nothing, whatever they say. */
export const sentBy = (
  { supervision }: Pick<Seat, "supervision">,
  media: MediaState,
): MediaState => (supervision === "listen" ? silent : media);

/** ICE connected: the seat is lit. A seat without a socket waits for its socket first. */
export function linkUp(seat: Seat): Seat {
  if (seat.connectionId === null) return { ...seat, link: "live" };
  return { ...seat, link: "live", state: "live", heldUntil: null };
}

/**
 * ICE lost the other side. Their person is still here on a socket, and the fault may be the other's, so this seat is
 * held as long as the longest of all holds: the one who is really away decides.
 */
export function linkDown(seat: Seat, moment: Moment): Seat {
  if (seat.link === "lost") return seat;
  return {
    ...seat,
    link: "lost",
    state: "reconnecting",
    heldUntil: seat.heldUntil ?? longestHold(moment),
  };
}

/** The media server lost this one's connection: nobody else can be at fault. */
export function linkGone(seat: Seat, moment: Moment): Seat {
  return {
    ...seat,
    link: "lost",
    state: "reconnecting",
    heldUntil: seat.heldUntil ?? ownHold(seat, moment),
  };
}

/** The socket closed (or the server it was on died): the person is away and the hold runs. */
export function lineClosed(seat: Seat, moment: Moment): Seat {
  return {
    ...seat,
    connectionId: null,
    state: "reconnecting",
    heldUntil: ownHold(seat, moment),
  };
}

export function leave(seat: Seat): Seat {
  return { ...seat, state: "left", connectionId: null, heldUntil: null };
}

/** Nobody came back in time. */
export const isGivenUp = (seat: Seat, now: Date): boolean =>
  seat.heldUntil !== null && seat.heldUntil <= now;

const longestHold = ({ now, holds }: Moment): Date =>
  new Date(now.getTime() + Math.max(holds.userMs, holds.customerMs));

const ownHold = (seat: Seat, { now, holds }: Moment): Date =>
  new Date(
    now.getTime() +
      (seat.kind === "customer" ? holds.customerMs : holds.userMs),
  );
