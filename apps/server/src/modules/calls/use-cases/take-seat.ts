import type { CallSeat, CommandParams } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { join } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import { changeCallAlone } from "./change-call.ts";
import { findCall } from "../store/calls.ts";
import { requireOpen } from "./require-open.ts";
import { seatAnswer, sitterOf } from "./seat-answer.ts";

/**
 * Answers a ring, comes back after a reload (new `joinId`), or behind a new socket (same `joinId`: the peer
 * connection goes on). Refuses `call.elsewhere` to another device that doesn't say `takeOver`, `call.ended`, and `conversation.device_refused`.
 */
export async function takeSeat(
  powers: CallPowers,
  context: CommandContext,
  params: CommandParams<"call.join">,
): Promise<CallSeat> {
  const { principal, actor } = context;
  const { book, database } = powers;
  const known =
    book.get(params.callId) ?? (await findCall(database.db, params.callId));
  if (known !== undefined)
    await requireOpen(powers, known.conversationId, principal);
  const call = await changeCallAlone(powers, actor, {
    callId: params.callId,
    actorId: principal.id,
    step: (before, moment) => {
      const joined = join(
        before,
        {
          principalId: principal.id,
          sitter: sitterOf(context, params),
          mode: params.takeOver ? "take_over" : "own_device",
        },
        moment,
      );
      if (!joined.ok) throw new AppError(joined.reason);
      return joined.call;
    },
  });
  return seatAnswer(powers, call, principal.id);
}
