import type { CommandParams } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { seatOf, type CallRecord } from "../domain/call-record.ts";
import { lowerHand, raiseHand, silenced } from "../domain/floor.ts";
import type { CallPowers } from "../powers.ts";
import { changeFloor } from "./change-floor.ts";

/** Only who is in the call. Refuses `request.not_found` to others. */
function requireSeat(call: CallRecord, { principal }: CommandContext): void {
  const seat = seatOf(call, principal.id);
  if (seat === undefined || seat.state === "left")
    throw new AppError("request.not_found");
}

/** One's own hand. Refuses what `requireSeat` refuses. */
export async function showHand(
  powers: CallPowers,
  context: CommandContext,
  { callId, isRaised }: CommandParams<"floor.raise_hand">,
): Promise<void> {
  const { principal, actor } = context;
  await changeFloor(powers, actor, {
    callId,
    step: (floor, call) => {
      requireSeat(call, context);
      return isRaised
        ? raiseHand(floor, principal.id, powers.clock.now())
        : lowerHand(floor, principal.id);
    },
  });
}

/** They put out what they were to. Refuses what `requireSeat` refuses. */
export async function obeySilence(
  powers: CallPowers,
  context: CommandContext,
  { callId, sources }: CommandParams<"floor.silenced">,
): Promise<void> {
  await changeFloor(powers, context.actor, {
    callId,
    step: (floor, call) => {
      requireSeat(call, context);
      return silenced(floor, context.principal.id, sources);
    },
  });
}
