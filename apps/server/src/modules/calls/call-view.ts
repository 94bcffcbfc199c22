import type { Call, CallParticipant } from "@veche/contracts";
import type { CallRecord } from "./domain/call-record.ts";
import type { Seat } from "./domain/seat.ts";

/** The call as its participants and the staff see it. */
export const callView = (call: CallRecord): Call => ({
  id: call.id,
  conversationId: call.conversationId,
  requestId: call.requestId,
  media: call.media,
  topology: "p2p",
  state: call.state,
  callerId: call.callerId,
  participants: call.seats.map(participantView),
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
