import type { CallId, CallSeat, CommandParams } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { codeOf } from "../../../platform/db/failures.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { CallRecord } from "../domain/call-record.ts";
import { invitedSeat, takenSeat } from "../domain/new-seat.ts";
import type { Seat } from "../domain/seat.ts";
import type { CallPowers } from "../powers.ts";
import { callByClient, insertCall } from "../store/calls.ts";
import { tellChange } from "./change-call.ts";
import { requireOpen } from "./require-open.ts";
import { partyOf, seatAnswer, sitterOf } from "./seat-answer.ts";

const uniqueViolation = "23505";

/**
 * Rings the other member of a conversation of two. The same command again answers with the call it made. Refuses
 * `conversation.not_found` to strangers, `conversation.device_refused`, `request.conflict` where there is not exactly one other to ring, `call.busy`
 * when either side or the conversation is in a call.
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
  const known = await find();
  if (known !== undefined) return seatAnswer(powers, known, principal.id);

  const callee = await calleeOf(powers, context, params);
  const requestId = await powers.sessions.sessionIn(params.conversationId);
  const caller = takenSeat(partyOf(principal), sitterOf(context, params));
  const call = { ...newCall(powers, params, [caller, callee]), requestId };
  try {
    await powers.database.transact(context.actor, async (unit) => {
      await insertCall(unit.tx, call, params.clientId);
      await tellChange(powers, unit, {
        before: undefined,
        after: call,
        actorId: principal.id,
      });
    });
  } catch (error) {
    if (codeOf(error) !== uniqueViolation) throw error;
    // Lost a race: against the same command sent twice, or against another call of either side.
    const winner = await find();
    if (winner === undefined) throw new AppError("call.busy", { cause: error });
    return seatAnswer(powers, winner, principal.id);
  }
  return seatAnswer(powers, call, principal.id);
}

/** The one other party; the application whose object they talk about is in the conversation, not in the call. */
async function calleeOf(
  { chats }: CallPowers,
  { principal }: CommandContext,
  { conversationId }: CommandParams<"call.start">,
): Promise<Seat> {
  const others = (await chats.membersOf(conversationId)).filter(
    (id) => id !== principal.id,
  );
  if (others.length > 2) throw new AppError("request.conflict");
  const members = await Promise.all(
    others.map((id) => chats.requireMember(conversationId, id)),
  );
  const [callee, ...more] = members.flatMap(({ kind, ...rest }) =>
    kind === "application" ? [] : [{ ...rest, kind }],
  );
  if (callee === undefined || more.length > 0)
    throw new AppError("request.conflict");
  return invitedSeat(callee);
}

function newCall(
  { clock, ids, settings }: CallPowers,
  params: CommandParams<"call.start">,
  seats: readonly [Seat, Seat],
): CallRecord {
  const now = clock.now();
  return {
    id: ids.next<CallId>(),
    conversationId: params.conversationId,
    requestId: null,
    media: params.media,
    state: "ringing",
    callerId: seats[0].principalId,
    createdAt: now,
    ringsUntil: new Date(now.getTime() + settings.ringTimeoutMs),
    liveAt: null,
    endedAt: null,
    endReason: null,
    lostId: null,
    revision: 1,
    seats,
  };
}
