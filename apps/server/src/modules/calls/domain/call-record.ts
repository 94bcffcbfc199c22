import type {
  CallEndReason,
  CallId,
  CallMedia,
  ConversationId,
  MediaState,
  PrincipalId,
  RequestId,
} from "@veche/contracts";
import {
  isGivenUp,
  leave,
  lineClosed,
  linkDown,
  linkUp,
  sitDown,
  type Moment,
  type Seat,
  type Sitter,
} from "./seat.ts";

/** A call with its seats, as the tables hold it. */
export interface CallRecord {
  readonly id: CallId;
  readonly conversationId: ConversationId;
  readonly requestId: RequestId | null;
  readonly media: CallMedia;
  readonly state: "ringing" | "active" | "ended";
  readonly callerId: PrincipalId;
  readonly createdAt: Date;
  /** When an unanswered ring ends; null while it waits in a queue, which has no such end. */
  readonly ringsUntil: Date | null;
  /** When both sides were live for the first time. */
  readonly liveAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: CallEndReason | null;
  /** Whose seat nobody came back to, when it ended as `lost` through one side's absence. */
  readonly lostId: PrincipalId | null;
  readonly revision: number;
  readonly seats: readonly Seat[];
}

export type JoinRefusal = "call.ended" | "call.elsewhere" | "request.not_found";
export type Changed<Refusal extends string> =
  | { readonly ok: true; readonly call: CallRecord }
  | { readonly ok: false; readonly reason: Refusal };

export const seatOf = (
  call: CallRecord,
  principalId: PrincipalId,
): Seat | undefined =>
  call.seats.find((seat) => seat.principalId === principalId);

export interface Joining {
  readonly principalId: PrincipalId;
  readonly sitter: Sitter;
  readonly mode: "own_device" | "take_over";
}

/** Takes a seat, or takes it again. Whoever answers a ring makes the call active; the caller's own coming does not. */
export function join(
  call: CallRecord,
  joining: Joining,
  moment: Moment,
): Changed<JoinRefusal> {
  const seat = seatOf(call, joining.principalId);
  if (seat === undefined) return { ok: false, reason: "request.not_found" };
  if (call.state === "ended") return { ok: false, reason: "call.ended" };
  const isTaken =
    seat.joinId !== null && seat.deviceId !== joining.sitter.deviceId;
  if (isTaken && joining.mode === "own_device")
    return { ok: false, reason: "call.elsewhere" };
  const seated = replaceSeat(call, sitDown(seat, joining.sitter, moment));
  return {
    ok: true,
    call:
      seat.principalId === call.callerId ? seated : answered(seated, moment),
  };
}

/** Puts one more participant into the call: the operator who accepted its request. */
export function admit(
  call: CallRecord,
  seat: Seat,
  moment: Moment,
): CallRecord {
  return answered({ ...call, seats: [...call.seats, seat] }, moment);
}

/** Refuses a ring. Who has answered already cannot: in another window they may be talking. */
export function decline(
  call: CallRecord,
  principalId: PrincipalId,
  now: Date,
): Changed<"call.elsewhere"> {
  if (call.state === "ended") return { ok: true, call };
  if (seatOf(call, principalId)?.state !== "invited")
    return { ok: false, reason: "call.elsewhere" };
  return { ok: true, call: end(call, "declined", now) };
}

/** Either side presses End; pressing it again, or both at once, is the same as once. */
export function hangUp(
  call: CallRecord,
  principalId: PrincipalId,
  now: Date,
): CallRecord {
  if (call.state === "active") return end(call, "hung_up", now);
  return end(
    call,
    principalId === call.callerId ? "cancelled" : "declined",
    now,
  );
}

/** Ends the call once: an ended call keeps its first reason. */
export function end(
  call: CallRecord,
  reason: CallEndReason,
  now: Date,
): CallRecord {
  if (call.state === "ended") return call;
  return {
    ...call,
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
    if (!isEmpty(seat)) return seat;
    const isYetToCome = call.state === "ringing" && seat.joinId === null;
    return isYetToCome
      ? { ...seat, connectionId: null }
      : lineClosed(seat, moment);
  });
  return { ...call, seats };
}

/** What time alone does: a ring nobody answered ends, a call whose held seat stayed empty ends. */
export function passTime(call: CallRecord, now: Date): CallRecord {
  if (call.state === "ended") return call;
  if (
    call.state === "ringing" &&
    call.ringsUntil !== null &&
    call.ringsUntil <= now
  ) {
    return end(call, "unanswered", now);
  }
  const givenUp = call.seats.filter((seat) => isGivenUp(seat, now));
  if (givenUp.length === 0) return call;
  const absent = givenUp.filter((seat) => seat.connectionId === null);
  const lostId = absent.length === 1 ? (absent[0]?.principalId ?? null) : null;
  return { ...end(call, "lost", now), lostId };
}

export function setMedia(
  call: CallRecord,
  seat: Seat,
  media: MediaState,
): CallRecord {
  return replaceSeat(call, { ...seat, media });
}

/** From the first moment both sides were live to the end; 0 when they never were. */
export function durationMs(call: CallRecord): number {
  if (call.liveAt === null || call.endedAt === null) return 0;
  return Math.max(0, call.endedAt.getTime() - call.liveAt.getTime());
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
