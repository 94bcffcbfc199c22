import type { CallSeat, CommandParams, RoomId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { codeOf } from "../../../platform/db/failures.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { join } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import { changeCall, type Change } from "./change-call.ts";
import { knowComer, requireEntry } from "./enter-call.ts";
import { findCall } from "../store/calls.ts";
import { allowedMedia } from "./presenters.ts";
import { requireOpen } from "./require-open.ts";
import { partyOf, seatAnswer, sitterOf } from "./seat-answer.ts";

const uniqueViolation = "23505";

/**
 * Answers a ring, comes back after a reload (new `joinId`), or behind a new socket (same `joinId`: the peer
 * connection goes on). Into the call of a group comes every member of it. Refuses `call.elsewhere` to another device
 * that doesn't say `takeOver`, what `requireEntry` refuses, `call.ended`, `call.full`, `call.for_two` where three need a media server and there is
 * none, `call.busy` to whoever is in another call, and `conversation.device_refused`.
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
  if (known !== undefined) {
    await requireOpen(powers, known.conversationId, principal);
  }
  const sitter = sitterOf(context, await allowed(powers, context, params));
  const comer =
    known?.kind === "group"
      ? await knowComer(powers, known, principal.id)
      : undefined;
  const newRoomId =
    powers.media.serverStatus() === "off" ? null : powers.ids.next<RoomId>();
  const change: Change = {
    callId: params.callId,
    actorId: principal.id,
    step: (before, moment) => {
      const joined = join(
        before,
        {
          party: partyOf(principal),
          sitter,
          mode: params.takeOver ? "take_over" : "own_device",
          newRoomId,
          mostSeats: powers.settings.mostSeats,
        },
        moment,
      );
      if (!joined.ok) throw new AppError(joined.reason);
      return joined.call;
    },
  };
  const call = await powers.database
    .transact(actor, async (unit) => {
      if (comer !== undefined) await requireEntry(unit, params.callId, comer);
      return changeCall(powers, unit, change);
    })
    .catch(busyElsewhere);
  const { id: callId, roomId } = call;
  // The same life behind a new socket: what the old one could not carry is said again.
  if (roomId !== null)
    powers.media.rooms.repeat({ callId, roomId, joinId: params.joinId });
  return seatAnswer(powers, call, principal.id);
}

/** What they say they send, without a screen that they may not show. */
async function allowed(
  powers: CallPowers,
  { principal }: CommandContext,
  params: CommandParams<"call.join">,
): Promise<CommandParams<"call.join">> {
  const { book, database } = powers;
  const { callId, mediaState } = params;
  if (!mediaState.screen) return params;
  const call = book.get(callId) ?? (await findCall(database.db, callId));
  if (call === undefined) return params;
  const { conversationId } = call;
  const presenting = { principalId: principal.id, media: mediaState };
  return {
    ...params,
    mediaState: await allowedMedia(powers, { conversationId, ...presenting }),
  };
}

/** Nobody is in two calls: the table itself refuses the second seat. */
function busyElsewhere(error: unknown): never {
  throw codeOf(error) === uniqueViolation
    ? new AppError("call.busy", { cause: error })
    : error;
}
