import type { Call, CallParticipant } from "@veche/contracts";
import type { CallRecord } from "./domain/call-record.ts";
import type { Seat } from "./domain/seat.ts";

/** The call as its participants and the staff see it. */
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
});

/** Of a call of two the invited seat says it. */
function ringingView({ kind, rings }: CallRecord): Pick<Call, "ringing"> {
  const ringing = rings.filter(({ state }) => state === "ringing");
  return kind === "pair" || ringing.length === 0
    ? {}
    : { ringing: ringing.map(({ principalId }) => principalId) };
}
