import type { Call, CallParticipant, PrincipalId } from "@veche/contracts";
import { seatOf, type CallRecord } from "./domain/call-record.ts";
import type { Seat } from "./domain/seat.ts";
import { isKnownTo } from "./domain/supervision.ts";

/** The call as the staff see it. */
export const callView = (call: CallRecord): Call => ({
  id: call.id,
  conversationId: call.conversationId,
  requestId: call.requestId,
  media: call.media,
  kind: call.kind,
  topology: call.topology,
  roomId: call.roomId,
  state: call.state,
  callerId: call.callerId,
  participants: call.seats.map(participantView),
  ...ringingView(call),
  createdAt: call.createdAt.toISOString(),
  liveAt: call.liveAt?.toISOString() ?? null,
  endedAt: call.endedAt?.toISOString() ?? null,
  endReason: call.endReason,
  revision: call.revision,
});

const participantView = (seat: Seat): CallParticipant => ({
  principalId: seat.principalId,
  kind: seat.kind,
  name: seat.name,
  state: seat.state,
  joinId: seat.joinId,
  deviceId: seat.deviceId,
  isPolite: seat.isPolite,
  media: seat.media,
  heldUntil: seat.heldUntil?.toISOString() ?? null,
  ...(seat.supervision === null ? {} : { supervision: seat.supervision }),
});

/** The call as this one sees it: a customer is not shown who hears them, and is told that somebody does where it is to be told. */
export function callViewFor(call: CallRecord, viewerId: PrincipalId): Call {
  const viewer = seatOf(call, viewerId);
  const hidden = call.seats.filter((seat) => !isKnownTo(viewer, seat));
  if (hidden.length === 0) return callView(call);
  const seats = call.seats.filter((seat) => !hidden.includes(seat));
  const isTold = hidden.some(
    ({ state, isSupervisionTold }) => state !== "left" && isSupervisionTold,
  );
  return {
    ...callView({ ...call, seats }),
    ...(isTold ? { isSupervised: true } : {}),
  };
}

/** Of a call of two the invited seat says it. */
function ringingView({ kind, rings }: CallRecord): Pick<Call, "ringing"> {
  const ringing = rings.filter(({ state }) => state === "ringing");
  return kind === "pair" || ringing.length === 0
    ? {}
    : { ringing: ringing.map(({ principalId }) => principalId) };
}
