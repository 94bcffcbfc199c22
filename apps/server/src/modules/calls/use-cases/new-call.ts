import type { CallId, CommandParams } from "@veche/contracts";
import type { CallRecord } from "../domain/call-record.ts";
import type { Ring } from "../domain/rings.ts";
import type { Seat } from "../domain/seat.ts";
import type { CallPowers } from "../powers.ts";

interface NewCall {
  readonly params: CommandParams<"call.start">;
  /** The caller; with a second the other one of two, who is rung. */
  readonly seats: readonly [Seat, ...Seat[]];
}

/** A call of two rings; that of a group is there at once. */
export function newCall(
  { clock, ids, settings }: Pick<CallPowers, "clock" | "ids" | "settings">,
  { params, seats }: NewCall,
): CallRecord {
  const now = clock.now();
  const isRinging = seats.length > 1;
  return {
    id: ids.next<CallId>(),
    conversationId: params.conversationId,
    requestId: null,
    media: params.media,
    kind: isRinging ? "pair" : "group",
    topology: "p2p",
    roomId: null,
    state: isRinging ? "ringing" : "active",
    callerId: seats[0].principalId,
    createdAt: now,
    ringsUntil: isRinging
      ? new Date(now.getTime() + settings.ringTimeoutMs)
      : null,
    liveAt: null,
    endedAt: null,
    endReason: null,
    awaitsOperator: false,
    lostId: null,
    revision: 1,
    seats,
    rings: seats.slice(1).map(({ principalId }): Ring => ({
      principalId,
      state: "ringing",
      rungAt: now,
      ringsUntil: null,
    })),
  };
}
