import type { CallSeat, CommandParams } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { codeOf } from "../../../platform/db/failures.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { CallRecord } from "../domain/call-record.ts";
import { firstFloor } from "../domain/floor.ts";
import { takenSeat } from "../domain/new-seat.ts";
import type { CallPowers } from "../powers.ts";
import { callByClient, insertCall } from "../store/calls.ts";
import { saveFloor } from "../store/floors.ts";
import { callsTx, tellChange } from "./change-call.ts";
import { beginsWithLobby } from "./enter-call.ts";
import { newCall } from "./new-call.ts";
import { noteBusy } from "./note-busy.ts";
import { allowedMedia } from "./presenters.ts";
import { requireOpen } from "./require-open.ts";
import { ringPeople } from "./ring-people.ts";
import { partyOf, seatAnswer, sitterOf } from "./seat-answer.ts";
import { whoIsCalled, type Called } from "./who-is-called.ts";

const uniqueViolation = "23505";

/**
 * Rings the other member of a conversation of two; elsewhere opens a call that every member is told of and may come
 * into, and rings them where they are not too many. The same command again answers with the call it made. Refuses what
 * `whoIsCalled`, `beginsWithLobby` and `requireOpen` refuse, and `call.busy` when either side or the
 * conversation is in a call; whoever was called finds it among the missed.
 */
export async function startCall(
  powers: CallPowers,
  context: CommandContext,
  params: CommandParams<"call.start">,
): Promise<CallSeat> {
  const { principal } = context;
  await powers.chats.requireMember(params.conversationId, principal.id);
  await requireOpen(powers, params.conversationId, principal);
  const find = (): Promise<CallRecord | undefined> =>
    callByClient(powers.database.db, principal.id, params.clientId);
  const answer = (call: CallRecord): CallSeat => {
    if (call.endReason === "busy") throw new AppError("call.busy");
    return seatAnswer(powers, call, principal.id);
  };
  const known = await find();
  if (known !== undefined) return answer(known);

  const called = await whoIsCalled(powers, context, params);
  const hasLobby =
    called.kind === "many" &&
    (await beginsWithLobby(powers, params.conversationId, principal.id));
  const requestId = await powers.sessions.sessionIn(params.conversationId);
  const mediaState = await allowedMedia(powers, {
    conversationId: params.conversationId,
    principalId: principal.id,
    media: params.mediaState,
  });
  const caller = takenSeat(
    partyOf(principal),
    sitterOf(context, { ...params, mediaState }),
  );
  const seats = [
    caller,
    ...(called.kind === "one" ? [called.seat] : []),
  ] as const;
  const call = { ...newCall(powers, { params, seats }), requestId };
  try {
    return answer(
      await powers.database.transact(context.actor, (unit) =>
        insertRinging(powers, unit, { call, called, params, hasLobby }),
      ),
    );
  } catch (error) {
    if (codeOf(error) !== uniqueViolation) throw error;
    // Lost a race: against the same command sent twice, or against another call of either side.
    const winner = await find();
    if (winner !== undefined) return answer(winner);
    await noteBusy(powers, context, { call, clientId: params.clientId });
    throw new AppError("call.busy", { cause: error });
  }
}

interface Beginning {
  readonly call: CallRecord;
  readonly called: Called;
  readonly params: CommandParams<"call.start">;
  /** Nobody is called to a door before which they would wait. */
  readonly hasLobby: boolean;
}

async function insertRinging(
  powers: CallPowers,
  unit: LentUnit,
  { call: begun, called, params, hasLobby }: Beginning,
): Promise<CallRecord> {
  const [caller] = begun.seats;
  const callerName = caller?.name ?? "";
  const call =
    called.kind === "many" && !hasLobby
      ? await ringPeople(powers, unit, {
          call: begun,
          people: called.people,
          callerName,
        })
      : begun;
  await insertCall(callsTx(unit), call, params.clientId);
  if (hasLobby)
    await saveFloor(callsTx(unit), { ...firstFloor(call), hasLobby });
  if (called.kind === "one" && called.seat.kind === "user") {
    unit.happened({ type: "call.rang", callId: call.id });
    await powers.ringing.ring(unit, {
      callId: call.id,
      conversationId: call.conversationId,
      callerName,
      media: call.media,
      isToMany: false,
      userIds: [called.seat.principalId],
      until: call.ringsUntil ?? call.createdAt,
    });
  }
  await tellChange(powers, unit, {
    before: undefined,
    after: call,
    actorId: call.callerId,
    isTold: called.kind === "many" && called.isTold,
  });
  return call;
}
