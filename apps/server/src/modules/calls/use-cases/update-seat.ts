import type { CallId, JoinId, MediaState } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import {
  reportLink,
  seatOf,
  setMedia,
  type CallRecord,
} from "../domain/call-record.ts";
import type { Seat } from "../domain/seat.ts";
import type { CallPowers } from "../powers.ts";
import { changeCallAlone } from "./change-call.ts";

export interface SeatRef {
  readonly callId: CallId;
  readonly joinId: JoinId;
}

/**
 * The seat that answers on this `joinId`, if it is the principal's. Refuses `request.not_found` to strangers,
 * `call.ended`, and `call.elsewhere` when another window or device has taken the seat since.
 */
export function ownSeat(
  call: CallRecord,
  { principal }: CommandContext,
  joinId: JoinId,
): Seat {
  const seat = seatOf(call, principal.id);
  if (seat === undefined) throw new AppError("request.not_found");
  if (call.state === "ended") throw new AppError("call.ended");
  if (seat.joinId !== joinId) throw new AppError("call.elsewhere");
  return seat;
}

export async function setSeatMedia(
  powers: CallPowers,
  context: CommandContext,
  { callId, joinId, media }: SeatRef & { readonly media: MediaState },
): Promise<void> {
  await changeCallAlone(powers, context.actor, {
    callId,
    actorId: context.principal.id,
    step: (call) => setMedia(call, ownSeat(call, context, joinId), media),
  });
}

export async function setSeatLink(
  powers: CallPowers,
  context: CommandContext,
  { callId, joinId, state }: SeatRef & { readonly state: "live" | "lost" },
): Promise<void> {
  await changeCallAlone(powers, context.actor, {
    callId,
    actorId: context.principal.id,
    step: (call, moment) =>
      reportLink(call, { seat: ownSeat(call, context, joinId), state }, moment),
  });
}
