import type { CommandParams, CommandResult, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { codeOf } from "../../../platform/db/failures.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { loadOneForStaff } from "../load.ts";
import type { Powers } from "../powers.ts";
import { requireOperator } from "../rights.ts";
import { saveRequest } from "../store/requests.ts";
import type { RequestRow } from "../store/rows.ts";
import { endOfService } from "./end-of-service.ts";
import { closeTransfer } from "./close-transfer.ts";
import { moveOperatorById, type Unit } from "./move-operator.ts";

const uniqueViolation = "23505";

/** The calls' backstop: this operator has just begun to talk elsewhere. Any other failure stays what it is. */
export const talksElsewhere = (error: unknown): unknown =>
  codeOf(error) === uniqueViolation
    ? new AppError("call.busy", { cause: error })
    : error;

/** A session as the operator who took it is told of it; no seat where it has no call, or another window has theirs. */
export async function seatedIn(
  powers: Powers,
  { principal }: CommandContext,
  { taken, joinId }: { taken: RequestRow } & Pick<Params, "joinId">,
): Promise<CommandResult<"offer.accept">> {
  const [request, seat] = await Promise.all([
    loadOneForStaff(powers, taken),
    taken.callId === null
      ? undefined
      : powers.calls.seatOf(taken.callId, principal.id, joinId),
  ]);
  return { request, seat: seat ?? null };
}

type Params = CommandParams<"offer.accept">;

interface Seating {
  readonly context: CommandContext;
  readonly params: Pick<Params, "joinId" | "media" | "answer">;
  /** As it is before; its row is held. */
  readonly request: RequestRow;
}

/** The session is this operator's from now on: the request, the seat in its call, the place in its conversation. */
export async function seatOperator(
  powers: Powers,
  unit: Unit,
  seating: Seating,
): Promise<RequestRow> {
  const { context, request } = seating;
  const { id: operatorId, name: operatorName } = requireOperator(
    context.principal,
  );
  const { id: requestId } = request;
  // The wait was over with the first of them.
  const now = powers.clock.now();
  const acceptedAt = request.acceptedAt ?? now;
  const fields = {
    state: "active",
    operatorId,
    operatorName,
    acceptedAt,
    customerGoneAt: null,
    transferId: null,
    ...endOfService(unit, request, now),
  } as const;
  await saveRequest(unit.tx, requestId, fields);
  await relieve(powers, unit, { request, operatorId });
  await letIn(powers, unit, seating);
  const waitedMs = Math.max(
    0,
    acceptedAt.getTime() - request.createdAt.getTime(),
  );
  unit.happened({ type: "request.accepted", requestId, operatorId, waitedMs });
  unit.happened({ type: "request.changed", requestId });
  return { ...request, ...fields };
}

/** Whoever handed the session over is free from now on. */
async function relieve(
  powers: Powers,
  unit: Unit,
  {
    request,
    operatorId,
  }: { readonly request: RequestRow; readonly operatorId: UserId },
): Promise<void> {
  const transfer = await closeTransfer(powers, unit, {
    request,
    outcome: "taken_over",
  });
  if (transfer === undefined) return;
  const { id: requestId, operatorId: relievedId, callId } = request;
  if (relievedId !== null) {
    await moveOperatorById(powers, unit, {
      operatorId: relievedId,
      event: { type: "work_ended" },
    });
    // A call within a chat is theirs, not the session's.
    if (callId === null)
      await powers.calls.endOpenCall(unit, {
        conversationId: request.conversationId,
        reason: "ended",
        actorId: relievedId,
      });
  }
  unit.happened({
    type: "request.transferred",
    requestId,
    fromOperatorId: transfer.fromOperatorId,
    toOperatorId: operatorId,
  });
}

/** Into the call first, then into the conversation: in this order everybody takes their rows. */
async function letIn(
  { calls, chats }: Powers,
  unit: Unit,
  { context, params, request }: Seating,
): Promise<void> {
  const { id: requestId, conversationId, callId } = request;
  const insteadOf = request.operatorId;
  const { id: operatorId, name: operatorName } = requireOperator(
    context.principal,
  );
  if (callId !== null) {
    const { joinId, media: mediaState, answer } = params;
    const joiner = { context, joinId, mediaState, answer, insteadOf };
    await calls.addParticipant(unit, callId, joiner);
  }
  if (insteadOf !== null)
    await chats.removeMember(unit, {
      conversationId,
      principalId: insteadOf,
      actorId: null,
    });
  const member = {
    principalId: operatorId,
    kind: "user",
    name: operatorName,
    role: "member",
  } as const;
  await chats.addMember(unit, { conversationId, member, actorId: operatorId });
  await chats.append(unit, conversationId, [
    { type: "request.accepted", actorId: operatorId, requestId, operatorName },
  ]);
}
