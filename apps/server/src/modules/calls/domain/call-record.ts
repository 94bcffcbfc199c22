import type {
  CallEndReason,
  CallId,
  CallMedia,
  ConversationId,
  MediaState,
  PrincipalId,
  RequestId,
  RoomId,
} from "@veche/contracts";
import {
  isGivenUp,
  leave,
  lineClosed,
  linkDown,
  linkUp,
  sentBy,
  sitDown,
  type Moment,
  type Seat,
  type Sitter,
} from "./seat.ts";
import { isAlone, letGo, withSeat } from "./hand-over.ts";
import { takenSeat, type Party } from "./new-seat.ts";
import { releaseSupervisors, stopSupervising } from "./supervision.ts";
import {
  isRungNow,
  missRings,
  passRings,
  stopRing,
  type Ring,
} from "./rings.ts";

/** A call with its seats, as the tables hold it. */
export interface CallRecord {
  readonly id: CallId;
  readonly conversationId: ConversationId;
  readonly requestId: RequestId | null;
  readonly media: CallMedia;
  /** `pair`: two who are named from the start; `group`: members of the conversation come and go. */
  readonly kind: "pair" | "group";
  readonly topology: "p2p" | "sfu";
  /** Its room at a media server; null while `p2p`. */
  readonly roomId: RoomId | null;
  readonly state: "ringing" | "active" | "ended";
  readonly callerId: PrincipalId;
  readonly createdAt: Date;
  /** When an unanswered ring ends; null while it waits in a queue, which has no such end. */
  readonly ringsUntil: Date | null;
  /** When both sides were live for the first time. */
  readonly liveAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: CallEndReason | null;
  /** A session's call that is being handed over: an operator who goes does not end it. */
  readonly awaitsOperator: boolean;
  /** Whose seat nobody came back to, when it ended as `lost` through one side's absence. */
  readonly lostId: PrincipalId | null;
  readonly revision: number;
  readonly seats: readonly Seat[];
  /** Whom it rang for, and how that ended. */
  readonly rings: readonly Ring[];
}

export type JoinRefusal =
  | "call.ended"
  | "call.elsewhere"
  | "call.full"
  | "call.for_two"
  | "request.not_found";
export type Changed<Refusal extends string> =
  | { readonly ok: true; readonly call: CallRecord }
  | { readonly ok: false; readonly reason: Refusal };

export const seatOf = (
  call: CallRecord,
  principalId: PrincipalId,
): Seat | undefined =>
  call.seats.find((seat) => seat.principalId === principalId);

export interface Admission {
  readonly seat: Seat;
  readonly insteadOf: PrincipalId | null;
}

export interface Joining {
  readonly party: Party;
  readonly sitter: Sitter;
  readonly mode: "own_device" | "take_over";
  /** Where the call goes when it becomes one of three; null: there is no media server. */
  readonly newRoomId: RoomId | null;
  /** Whom the call has room for. */
  readonly mostSeats: number;
}

/** Takes a seat, or takes it again. Whoever answers a ring makes the call active; the caller's own coming does not. */
export function join(
  call: CallRecord,
  joining: Joining,
  moment: Moment,
): Changed<JoinRefusal> {
  const joined = takePlace(call, joining, moment);
  return joined.ok
    ? {
        ok: true,
        call: stopRing(joined.call, joining.party.principalId, "answered"),
      }
    : joined;
}

function takePlace(
  call: CallRecord,
  joining: Joining,
  moment: Moment,
): Changed<JoinRefusal> {
  if (call.state === "ended") return { ok: false, reason: "call.ended" };
  const { party, sitter } = joining;
  const seat = seatOf(call, party.principalId);
  if (seat === undefined || (call.kind === "group" && seat.state === "left"))
    return comeIn(call, joining);
  // Whoever handed a session over does not come back by themselves.
  if (seat.state === "left") return { ok: false, reason: "request.not_found" };
  const isTaken = seat.joinId !== null && seat.deviceId !== sitter.deviceId;
  if (isTaken && joining.mode === "own_device")
    return { ok: false, reason: "call.elsewhere" };
  const seated = replaceSeat(call, sitDown(seat, sitter, moment));
  return {
    ok: true,
    call:
      seat.principalId === call.callerId ? seated : answered(seated, moment),
  };
}

/**
 * A member of the conversation comes into its call, or comes again. The third moves the call to a media server, where
 * it stays; of two the one who comes yields when the other does not.
 */
function comeIn(
  call: CallRecord,
  { party, sitter, newRoomId, mostSeats }: Joining,
): Changed<JoinRefusal> {
  if (call.kind === "pair") return { ok: false, reason: "request.not_found" };
  const present = presentSeats(call);
  if (present.length >= mostSeats) return { ok: false, reason: "call.full" };
  const seat: Seat = {
    ...takenSeat(party, sitter),
    isPolite: !present.some(({ isPolite }) => isPolite),
  };
  const seats = [
    ...call.seats.filter(({ principalId }) => principalId !== seat.principalId),
    seat,
  ];
  if (call.topology === "sfu" || present.length < 2)
    return { ok: true, call: { ...call, seats } };
  return newRoomId === null
    ? { ok: false, reason: "call.for_two" }
    : {
        ok: true,
        call: { ...call, seats, topology: "sfu", roomId: newRoomId },
      };
}

/** The call goes on in another conversation, whose members may come. */
export const openToGroup = (
  call: CallRecord,
  conversationId: ConversationId,
): CallRecord => ({
  ...call,
  conversationId,
  kind: "group",
  state: "active",
  ringsUntil: null,
});

const presentSeats = (call: CallRecord): readonly Seat[] =>
  call.seats.filter(({ state }) => state !== "left");

/** The media server's room is lost: the call goes on in another one. */
export const moveToRoom = (call: CallRecord, roomId: RoomId): CallRecord =>
  call.topology === "sfu" && call.state !== "ended"
    ? { ...call, roomId }
    : call;

/** From now on it goes through the media server, also for two: a recording wants it so. */
export const moveToServer = (call: CallRecord, roomId: RoomId): CallRecord =>
  call.topology === "p2p" && call.state === "active"
    ? { ...call, topology: "sfu", roomId }
    : call;

/** Gives a seat up. A call of two ends by it, a call of a group when nobody is left in it. */
export function giveUpSeat(
  call: CallRecord,
  principalId: PrincipalId,
  now: Date,
): CallRecord {
  if (call.kind === "pair") return hangUp(call, principalId, now);
  return withoutSeats(call, (seat) => seat.principalId === principalId, {
    reason: "hung_up",
    now,
  });
}

function withoutSeats(
  call: CallRecord,
  isGone: (seat: Seat) => boolean,
  { reason, now }: { readonly reason: CallEndReason; readonly now: Date },
): CallRecord {
  if (call.state === "ended") return call;
  const seats = call.seats.map((seat) => (isGone(seat) ? leave(seat) : seat));
  const rest = { ...call, seats };
  return presentSeats(rest).length === 0 ? end(rest, reason, now) : rest;
}

/** Puts the operator who accepted its request into the call, in the place of the one who handed it over. */
export const admit = (
  call: CallRecord,
  { seat, insteadOf }: Admission,
  moment: Moment,
): CallRecord => answered(withSeat(call, seat, insteadOf), moment);

/** Refuses a ring. Who has answered already cannot: in another window they may be talking. */
export function decline(
  call: CallRecord,
  principalId: PrincipalId,
  now: Date,
): Changed<"call.elsewhere"> {
  if (call.state === "ended") return { ok: true, call };
  const declined = stopRing(call, principalId, "declined");
  if (seatOf(call, principalId)?.state === "invited")
    return { ok: true, call: end(declined, "declined", now) };
  // The others of a group go on.
  return isRungNow(call, principalId)
    ? { ok: true, call: declined }
    : { ok: false, reason: "call.elsewhere" };
}

/** Either side presses End; pressing it again, or both at once, is the same as once. A supervisor merely goes. */
export function hangUp(
  call: CallRecord,
  principalId: PrincipalId,
  now: Date,
): CallRecord {
  const seat = seatOf(call, principalId);
  if (seat !== undefined && seat.supervision !== null)
    return stopSupervising(call, principalId);
  const isHandingOver = call.awaitsOperator && seat?.kind === "user";
  if (isHandingOver)
    return letGo(call, (one) => one.principalId === principalId);
  if (call.state === "active") return end(call, "hung_up", now);
  return principalId === call.callerId
    ? end(call, "cancelled", now)
    : end(stopRing(call, principalId, "declined"), "declined", now);
}

/** Ends the call once: an ended call keeps its first reason. */
export function end(
  call: CallRecord,
  reason: CallEndReason,
  now: Date,
): CallRecord {
  if (call.state === "ended") return call;
  return {
    ...missRings(call),
    state: "ended",
    endedAt: now,
    endReason: reason,
    ringsUntil: null,
    seats: call.seats.map(leave),
  };
}

export interface LinkReport {
  readonly seat: Seat;
  readonly state: "live" | "lost";
}

/** What ICE of one seat says; the call is live from the moment two seats first were at once. */
export function reportLink(
  call: CallRecord,
  { seat, state }: LinkReport,
  moment: Moment,
): CallRecord {
  // A word of somebody who is out says nothing, nor does a loss where nobody else is.
  if (seat.state === "left") return call;
  if (state === "lost" && isAlone(call, seat)) return call;
  const next = replaceSeat(
    call,
    state === "live" ? linkUp(seat) : linkDown(seat, moment),
  );
  const isLive = next.seats.filter((one) => one.state === "live").length >= 2;
  return isLive && next.liveAt === null
    ? { ...next, liveAt: moment.now }
    : next;
}

/**
 * A socket closed: whoever sat behind it is away. A customer in the queue who has not joined yet loses nothing: their
 * place in the queue has its own hold.
 */
export function closeLine(
  call: CallRecord,
  connectionId: string,
  moment: Moment,
): CallRecord {
  return emptySeats(call, (seat) => seat.connectionId === connectionId, moment);
}

/** The server was down: whoever could not come back meanwhile has the whole hold again. */
export function holdAnew(
  call: CallRecord,
  isOrphan: (seat: Seat) => boolean,
  moment: Moment,
): CallRecord {
  return emptySeats(
    call,
    (seat) => seat.state !== "invited" && isOrphan(seat),
    moment,
  );
}

function emptySeats(
  call: CallRecord,
  isEmpty: (seat: Seat) => boolean,
  moment: Moment,
): CallRecord {
  if (call.state === "ended") return call;
  const seats = call.seats.map((seat) => {
    if (seat.state === "left" || !isEmpty(seat)) return seat;
    const isYetToCome = call.state === "ringing" && seat.joinId === null;
    return isYetToCome
      ? { ...seat, connectionId: null }
      : lineClosed(seat, moment);
  });
  return { ...call, seats };
}

/** What time alone does: a ring nobody answered ends, a call whose held seat stayed empty ends. */
export function passTime(before: CallRecord, now: Date): CallRecord {
  if (before.state === "ended") return before;
  const call = releaseSupervisors(passRings(before, now), now);
  if (
    call.state === "ringing" &&
    call.ringsUntil !== null &&
    call.ringsUntil <= now
  ) {
    return end(call, "unanswered", now);
  }
  const givenUp = call.seats.filter((seat) => isGivenUp(seat, now));
  if (givenUp.length === 0) return call;
  if (call.kind === "group")
    return withoutSeats(call, (seat) => givenUp.includes(seat), {
      reason: "lost",
      now,
    });
  if (call.awaitsOperator && givenUp.every(({ kind }) => kind === "user"))
    return letGo(call, (seat) => givenUp.includes(seat));
  const absent = givenUp.filter((seat) => seat.connectionId === null);
  const lostId = absent.length === 1 ? (absent[0]?.principalId ?? null) : null;
  return { ...end(call, "lost", now), lostId };
}

export function setMedia(
  call: CallRecord,
  seat: Seat,
  media: MediaState,
): CallRecord {
  return replaceSeat(call, { ...seat, media: sentBy(seat, media) });
}

/** From the first moment both sides were live to the end, or until now; 0 when they never were. */
export function durationMs(
  { liveAt, endedAt }: Pick<CallRecord, "liveAt" | "endedAt">,
  now: Date | null = endedAt,
): number {
  if (liveAt === null || now === null) return 0;
  return Math.max(0, now.getTime() - liveAt.getTime());
}

/** The wait is over: from now on a seat whose person is away is held for them. */
function answered(call: CallRecord, moment: Moment): CallRecord {
  if (call.state !== "ringing") return call;
  const seats = call.seats.map((seat) =>
    seat.state === "joining" && seat.connectionId === null
      ? lineClosed(seat, moment)
      : seat,
  );
  return { ...call, state: "active", ringsUntil: null, seats };
}

function replaceSeat(call: CallRecord, seat: Seat): CallRecord {
  return {
    ...call,
    seats: call.seats.map((one) =>
      one.principalId === seat.principalId ? seat : one,
    ),
  };
}
