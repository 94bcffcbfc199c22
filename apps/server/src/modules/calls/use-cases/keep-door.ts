import type { CommandParams } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { CallPowers } from "../powers.ts";
import { admitWaiting, decidePlace, placesBefore } from "../store/lobby.ts";
import { callsTx } from "./change-call.ts";
import { changeFloor } from "./change-floor.ts";
import { keptCall } from "./keep-order.ts";

/** Lets one in, or all who wait. Refuses `request.not_found` for who never stood before this door. */
export async function admitToCall(
  powers: CallPowers,
  context: CommandContext,
  { callId, principalId }: CommandParams<"lobby.admit">,
): Promise<void> {
  if (principalId !== null) {
    await decide(powers, context, { callId, principalId, state: "admitted" });
    return;
  }
  await keptCall(powers, context, callId);
  await changeFloor(powers, context.actor, {
    callId,
    step: (floor) => floor,
    beside: (unit, call) => admitWaiting(callsTx(unit), call.conversationId),
  });
}

/** Does not let one in. Refuses `request.not_found` for who never stood before this door. */
export const refuseFromCall = (
  powers: CallPowers,
  context: CommandContext,
  params: CommandParams<"lobby.refuse">,
): Promise<void> => decide(powers, context, { ...params, state: "refused" });

async function decide(
  powers: CallPowers,
  context: CommandContext,
  {
    callId,
    principalId,
    state,
  }: CommandParams<"lobby.refuse"> & {
    readonly state: "admitted" | "refused";
  },
): Promise<void> {
  await keptCall(powers, context, callId);
  await changeFloor(powers, context.actor, {
    callId,
    step: (floor) => floor,
    beside: async (unit, { conversationId }) => {
      const tx = callsTx(unit);
      const places = await placesBefore(tx, conversationId);
      const place = places.find((one) => one.principalId === principalId);
      if (place === undefined) throw new AppError("request.not_found");
      const { connectionId: _, ...rest } = place;
      await decidePlace(tx, { ...rest, state });
      return [principalId];
    },
  });
}
