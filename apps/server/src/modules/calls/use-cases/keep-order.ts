import type { CallId, CommandParams } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { giveUpSeat, seatOf, type CallRecord } from "../domain/call-record.ts";
import { lowerHand, silence, withoutAbsent } from "../domain/floor.ts";
import type { CallPowers } from "../powers.ts";
import { findCall } from "../store/calls.ts";
import { decidePlace } from "../store/lobby.ts";
import { callsTx, changeCall } from "./change-call.ts";
import { changeFloor, type FloorChange } from "./change-floor.ts";
import { isModerator, requireModerator } from "./moderators.ts";

const presentIds = (call: CallRecord) =>
  call.seats
    .filter(({ state }) => state !== "left")
    .map(({ principalId }) => principalId);

/** A call of whose order this one may speak. Refuses `request.not_found` and `auth.forbidden`. */
export async function keptCall(
  powers: CallPowers,
  { principal }: CommandContext,
  callId: CallId,
): Promise<CallRecord> {
  const call = await findCall(powers.database.db, callId);
  if (call?.kind !== "group") throw new AppError("request.not_found");
  await requireModerator(powers, call, principal.id);
  return call;
}

/** A change that is for those who keep order alone. */
async function order(
  powers: CallPowers,
  context: CommandContext,
  change: FloorChange,
): Promise<void> {
  await keptCall(powers, context, change.callId);
  await changeFloor(powers, context.actor, change);
}

export const lowerHandOf = (
  powers: CallPowers,
  context: CommandContext,
  { callId, principalId }: CommandParams<"floor.lower_hand">,
): Promise<void> =>
  order(powers, context, {
    callId,
    step: (floor) => lowerHand(floor, principalId),
  });

/** Has somebody, or everybody but oneself, put something out. Who is not here is not asked. */
export const silenceOf = (
  powers: CallPowers,
  context: CommandContext,
  { callId, principalId, sources }: CommandParams<"floor.silence">,
): Promise<void> =>
  order(powers, context, {
    callId,
    step: (floor, call) => {
      const meant = presentIds(call).filter((id) =>
        principalId === null ? id !== context.principal.id : id === principalId,
      );
      return silence(floor, meant, sources);
    },
  });

export const setRules = (
  powers: CallPowers,
  context: CommandContext,
  { callId, isLocked, hasLobby, drawing }: CommandParams<"floor.set_rules">,
): Promise<void> =>
  order(powers, context, {
    callId,
    step: (floor) => ({
      ...floor,
      isLocked: isLocked ?? floor.isLocked,
      hasLobby: hasLobby ?? floor.hasLobby,
      drawing: drawing ?? floor.drawing,
    }),
  });

/** Refuses `request.not_found` for whoever is not in the call. */
export const showToAll = (
  powers: CallPowers,
  context: CommandContext,
  { callId, principalId }: CommandParams<"floor.spotlight">,
): Promise<void> =>
  order(powers, context, {
    callId,
    step: (floor, call) => {
      if (principalId !== null && !presentIds(call).includes(principalId))
        throw new AppError("request.not_found");
      return { ...floor, spotlightId: principalId };
    },
  });

/**
 * Shows somebody out: their seat is given up and the door is closed to them with the same commit. Refuses
 * `auth.forbidden` against those who keep order themselves.
 */
export async function removeFromCall(
  powers: CallPowers,
  context: CommandContext,
  { callId, principalId }: CommandParams<"floor.remove">,
): Promise<void> {
  const known = await keptCall(powers, context, callId);
  if (await isModerator(powers, known, principalId))
    throw new AppError("auth.forbidden");
  await changeFloor(powers, context.actor, {
    callId,
    step: (floor, call) =>
      withoutAbsent(
        floor,
        presentIds(call).filter((id) => id !== principalId),
      ),
    beside: async (unit, call) => {
      const seat = seatOf(call, principalId);
      if (seat === undefined) throw new AppError("request.not_found");
      await changeCall(powers, unit, {
        callId,
        actorId: context.principal.id,
        step: (before, { now }) => giveUpSeat(before, principalId, now),
      });
      await decidePlace(callsTx(unit), {
        conversationId: call.conversationId,
        principalId,
        name: seat.name,
        isGuest: seat.kind !== "user",
        state: "refused",
        since: powers.clock.now(),
      });
      return [principalId];
    },
  });
}
