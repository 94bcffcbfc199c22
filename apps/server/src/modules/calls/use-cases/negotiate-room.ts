import type { CallId, JoinId, RoomId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { CallPowers } from "../powers.ts";
import type { Probes } from "../realtime/probes.ts";
import { findCall } from "../store/calls.ts";
import { ownSeat } from "./update-seat.ts";

interface RoomPlace {
  readonly callId: CallId;
  readonly joinId: JoinId;
  readonly roomId: RoomId;
}

/**
 * The one door to the media server: whoever asks has the seat that answers on this `joinId`, from the socket that
 * speaks for it, in a call that is in this room now. Refuses what `ownSeat` refuses, and `call.room_gone` where the
 * call is in another room by now. Who tries their line has a room of their own.
 */
export async function placeInRoom(
  {
    book,
    database,
    probes,
  }: Pick<CallPowers, "book" | "database"> & { readonly probes: Probes },
  context: CommandContext,
  { callId, joinId, roomId }: RoomPlace,
): Promise<RoomPlace> {
  const tried = probes.placeIn(context, { callId, joinId, roomId });
  if (tried !== undefined) return tried;
  const known = book.get(callId);
  const isKnown =
    known?.roomId === roomId &&
    known.seats.some((seat) => seat.joinId === joinId);
  const call = isKnown ? known : await findCall(database.db, callId);
  if (call === undefined) throw new AppError("request.not_found");
  const seat = ownSeat(call, context, joinId);
  if (seat.connectionId !== context.connectionId)
    throw new AppError("call.elsewhere");
  if (call.roomId !== roomId) throw new AppError("call.room_gone");
  return { callId, joinId, roomId };
}
