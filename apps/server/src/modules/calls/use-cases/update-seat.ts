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
import { findCall } from "../store/calls.ts";
import { changeCallAlone } from "./change-call.ts";
import { requirePresenter } from "./presenters.ts";

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

/** Refuses `call.not_presenter`; of a call that is not known the change itself says so. */
async function requireShowing(
  powers: CallPowers,
  { principal }: CommandContext,
  { callId, media }: { readonly callId: CallId; readonly media: MediaState },
): Promise<void> {
  const { book, database } = powers;
  if (!media.screen) return;
  const call = book.get(callId) ?? (await findCall(database.db, callId));
  if (call !== undefined)
    await requirePresenter(powers, {
      conversationId: call.conversationId,
      principalId: principal.id,
      media,
    });
}

/** Refuses what `ownSeat` refuses, and `call.not_presenter` to a screen where one may not show it. */
export async function setSeatMedia(
  powers: CallPowers,
  context: CommandContext,
  { callId, joinId, media }: SeatRef & { readonly media: MediaState },
): Promise<void> {
  await requireShowing(powers, context, { callId, media });
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
