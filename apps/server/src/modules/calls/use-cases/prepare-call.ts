import type { CommandParams } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { CallPowers } from "../powers.ts";
import { findCall } from "../store/calls.ts";
import { ownSeat } from "./update-seat.ts";

/**
 * Keeps a caller's offer in memory for whoever it rings, until somebody answers. Refuses what `ownSeat` refuses;
 * of a call that rings no longer there is nothing to keep.
 */
export async function prepareCall(
  { book, bus, database }: CallPowers,
  context: CommandContext,
  { callId, joinId, signal }: CommandParams<"call.prepare">,
): Promise<void> {
  const call = book.get(callId) ?? (await findCall(database.db, callId));
  if (call === undefined) throw new AppError("request.not_found");
  ownSeat(call, context, joinId);
  if (call.state !== "ringing") return;
  book.keepOffer({ callId, fromJoinId: joinId, signal });
  bus.dispatch([{ type: "call.prepared", callId }]);
}
