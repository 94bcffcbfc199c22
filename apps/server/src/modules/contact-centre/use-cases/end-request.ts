import type { CallEndReason, RequestEndReason } from "@veche/contracts";
import { requestAfter, type RequestEvent } from "../domain/request-state.ts";
import type { Powers } from "../powers.ts";
import { forgetExclusions, openOfferOfRequest } from "../store/offers.ts";
import { saveRequest } from "../store/requests.ts";
import type { RequestRow } from "../store/rows.ts";
import { endOfService } from "./end-of-service.ts";
import { closeOffer, type ActorId } from "./close-offer.ts";
import { endOfWork } from "./end-of-work.ts";
import { closeTransfer } from "./close-transfer.ts";
import { moveOperatorById, type Unit } from "./move-operator.ts";

export interface Ending {
  readonly request: RequestRow;
  readonly event: RequestEvent;
  readonly reason: RequestEndReason;
  readonly actorId: ActorId;
}

/**
 * Ends a request, whose row is held, and everything that hangs on it: its ring, its call, the operator's work and
 * place in the conversation. A request that cannot end this way now stays as it is; undefined then.
 */
export async function endRequest(
  powers: Powers,
  unit: Unit,
  ending: Ending,
): Promise<RequestRow | undefined> {
  const { request, event, reason, actorId } = ending;
  if (requestAfter(request.state, event) !== "ended") return undefined;
  const { id: requestId, conversationId, operatorId } = request;
  const endedAt = powers.clock.now();
  const fields = {
    state: "ended",
    endedAt,
    endReason: reason,
    customerGoneAt: null,
    transferId: null,
    ...endOfService(unit, request, endedAt),
  } as const;
  await saveRequest(unit.tx, requestId, fields);
  await closeTransfer(powers, unit, { request, outcome: "ended" });
  await forgetExclusions(unit.tx, requestId);
  const offer =
    request.state === "offered"
      ? await openOfferOfRequest(unit.tx, requestId)
      : undefined;
  if (offer !== undefined)
    await closeOffer(powers, unit, { offer, outcome: "withdrawn" });
  if (operatorId !== null)
    await moveOperatorById(powers, unit, {
      operatorId,
      event: await endOfWork(powers, unit, ending),
    });

  await powers.calls.endOpenCall(unit, {
    conversationId,
    reason: callReason(request, reason),
    actorId,
  });
  await powers.chats.append(unit, conversationId, [
    { type: "request.ended", actorId, requestId, reason },
  ]);
  if (operatorId !== null) {
    await powers.chats.removeMember(unit, {
      conversationId,
      principalId: operatorId,
      actorId: null,
    });
  }
  unit.happened({ type: "request.ended", requestId, reason });
  unit.happened({ type: "request.changed", requestId });
  return { ...request, ...fields };
}

/** Why the call ends with its session. A call that brought the end about keeps the reason it has. */
function callReason(
  request: RequestRow,
  reason: RequestEndReason,
): CallEndReason {
  if (reason === "abandoned") return "cancelled";
  return request.operatorId === null ? "lost" : "ended";
}
