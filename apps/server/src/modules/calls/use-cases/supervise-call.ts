import type { CallId, RoomId, SupervisionMode } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import type { Party } from "../domain/new-seat.ts";
import type { Sitter } from "../domain/seat.ts";
import { supervise } from "../domain/supervision.ts";
import type { CallPowers } from "../powers.ts";
import { changeCall } from "./change-call.ts";

export interface Supervisor {
  readonly callId: CallId;
  readonly party: Party;
  readonly sitter: Sitter;
  readonly mode: SupervisionMode;
  readonly isTold: boolean;
}

/**
 * A supervisor takes part in the call of a session, or in another way than before; how before. Refuses `call.ended`,
 * `request.conflict` while it rings, `call.busy` to one of its two, `call.full` while another supervisor is there,
 * `call.for_two` without a media server.
 */
export async function superviseCall(
  powers: CallPowers,
  unit: LentUnit,
  { callId, ...supervisor }: Supervisor,
): Promise<SupervisionMode | null> {
  const newRoomId =
    powers.media.serverStatus() === "off" ? null : powers.ids.next<RoomId>();
  let before: SupervisionMode | null = null;
  await changeCall(powers, unit, {
    callId,
    actorId: supervisor.party.principalId,
    step: (call, moment) => {
      const seat = call.seats.find(
        ({ principalId, state }) =>
          principalId === supervisor.party.principalId && state !== "left",
      );
      before = seat?.supervision ?? null;
      const supervised = supervise(call, { ...supervisor, newRoomId }, moment);
      if (!supervised.ok) throw new AppError(supervised.reason);
      return supervised.call;
    },
  });
  return before;
}
