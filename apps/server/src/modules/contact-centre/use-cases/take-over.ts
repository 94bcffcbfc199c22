import type {
  Call,
  CommandParams,
  CommandResult,
  TransferId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { requestAfter } from "../domain/request-state.ts";
import type { Powers } from "../powers.ts";
import { requireSupervisor } from "../rights.ts";
import { openOfferOfRequest } from "../store/offers.ts";
import { lockRequest, saveRequest } from "../store/requests.ts";
import type { RequestRow } from "../store/rows.ts";
import {
  insertTransfer,
  saveTransfer,
  servedSince,
} from "../store/transfers.ts";
import { closeOffer } from "./close-offer.ts";
import { engage } from "./engage.ts";
import type { Unit } from "./move-operator.ts";
import { seatedIn, seatOperator, talksElsewhere } from "./seat-operator.ts";

type Params = CommandParams<"request.take_over">;
type Result = CommandResult<"request.take_over">;

/**
 * A supervisor becomes the operator of a session that another serves. The same window again gets the same answer.
 * Refuses `request.not_found` of what nobody serves, `contact_centre.not_transferable` while an operator's call rings at
 * the customer, `contact_centre.operator_busy` to who rings or serves, `call.busy` to who talks elsewhere.
 */
export async function takeOver(
  powers: Powers,
  context: CommandContext,
  params: Params,
): Promise<Result> {
  const { id } = requireSupervisor(context.principal);
  const calls = await powers.calls.callsOfRequest(params.requestId);
  const taken = await powers.database
    .transact(context.actor, async (unit) => {
      const request = await lockRequest(unit.tx, params.requestId);
      if (request?.operatorId === id && request.state !== "ended")
        return request;
      const served = requireServed(request, calls);
      return takeFrom(powers, unit, { context, params, request: served });
    })
    .catch((error: unknown) => {
      throw talksElsewhere(error);
    });
  const answer = await seatedIn(powers, context, {
    taken,
    joinId: params.joinId,
  });
  if (taken.callId !== null && answer.seat === null)
    throw new AppError("call.elsewhere");
  return answer;
}

type Served = RequestRow & {
  readonly operatorId: NonNullable<RequestRow["operatorId"]>;
};

/** A call that only rings at the customer would be answered by the second operator instead. */
function requireServed(
  request: RequestRow | undefined,
  calls: readonly Pick<Call, "id" | "state">[],
): Served {
  if (
    request === undefined ||
    request.operatorId === null ||
    requestAfter(request.state, "taken_over") === undefined
  )
    throw new AppError("request.not_found");
  const { callId, operatorId } = request;
  if (calls.some(({ id, state }) => id === callId && state === "ringing"))
    throw new AppError("contact_centre.not_transferable");
  return { ...request, operatorId };
}

interface Taking {
  readonly context: CommandContext;
  readonly params: Params;
  readonly request: Served;
}

/** Rows in the order everybody takes them: the request's is held, then the offer's, then operators'. */
async function takeFrom(
  powers: Powers,
  unit: Unit,
  { context, params, request }: Taking,
): Promise<RequestRow> {
  const offer =
    request.state === "offered"
      ? await openOfferOfRequest(unit.tx, request.id)
      : undefined;
  if (offer !== undefined)
    await closeOffer(powers, unit, { offer, outcome: "withdrawn" });
  await engage(powers, unit, context);
  const transferId =
    request.transferId === null
      ? await noteTaking(powers, unit, { context, request })
      : await turnIntoTaking(unit, context, request.transferId);
  const { id: requestId, operatorId: fromOperatorId } = request;
  const { id: toOperatorId } = requireSupervisor(context.principal);
  unit.happened({
    type: "request.taken_over",
    ...{ requestId, fromOperatorId, toOperatorId },
  });
  return seatOperator(powers, unit, {
    context,
    params,
    request: { ...request, transferId },
  });
}

/** Whoever it was on its way to, the supervisor is who came. */
async function turnIntoTaking(
  { tx }: Unit,
  { principal }: CommandContext,
  id: TransferId,
): Promise<TransferId> {
  const { id: toOperatorId, name: toName } = requireSupervisor(principal);
  await saveTransfer(tx, id, {
    ...{ toOperatorId, toQueueId: null, toName },
    isTaken: true,
  });
  return id;
}

/** It was handed over by nobody, and is a turn of each all the same. */
async function noteTaking(
  { ids, clock }: Powers,
  unit: Unit,
  { context, request }: Pick<Taking, "context" | "request">,
): Promise<TransferId> {
  const id = ids.next<TransferId>();
  const supervisor = requireSupervisor(context.principal);
  const createdAt = clock.now();
  await insertTransfer(unit.tx, {
    id,
    requestId: request.id,
    fromOperatorId: request.operatorId,
    fromOperatorName: request.operatorName ?? "",
    servedSince: await servedSince(unit.tx, request, createdAt),
    toOperatorId: supervisor.id,
    toQueueId: null,
    toName: supervisor.name,
    isTaken: true,
    note: null,
    createdAt,
    leftAt: null,
    closedAt: null,
    answer: null,
    outcome: null,
  });
  await saveRequest(unit.tx, request.id, { transferId: id });
  return id;
}
